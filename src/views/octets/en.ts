export default {
  tab: 'Octets',
  empty: 'Nothing has happened yet',
  row: '{type}: {count}',
}

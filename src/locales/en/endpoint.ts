export default {
  builtIn: 'Built-in',
}

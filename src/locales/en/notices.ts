export default {
  label: 'Notices',
  dismiss: 'Dismiss this notice',
} as const

export default {
  views: 'Views of the run',
  tab: 'Wire',
  title: 'What went over the wire',
  emptyTitle: 'Nothing on the wire yet',
  empty: 'Run the program: each frame between browser and server appears here as an arrow.',
  lane: { program: 'Your code', browser: 'Browser', server: 'Server' },
}

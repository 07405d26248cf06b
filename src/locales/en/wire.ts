export default {
  views: 'Views of the run',
}

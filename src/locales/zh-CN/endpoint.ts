export default {
  builtIn: '内置',
}

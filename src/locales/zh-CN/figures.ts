export default {
  title: '图解',
  intro: '课程里所有可以操作的图都在这一页：可以随时查，也可以在课堂上演示。',
  usedIn: '出自课程',
  and: '、',
  unused: '还没有课程用到这张图。',
}

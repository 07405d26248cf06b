export default {
  title: 'Figures',
  intro:
    'Every interactive figure of the course, on one page: to look something up, or to show it to a class.',
  usedIn: 'From the lesson',
  and: ', ',
  unused: 'Not part of a lesson yet.',
}

import { gather, type LanguageTexts, type Texts } from '../gather.ts'

export default {
  atOnce: gather(
    import.meta.glob<Texts>(
      [
        './*.ts',
        '!./{index,break-it,checks,connection-failure,console-tools,course,export,fault,help,inspector,offline,pasted,share,trouble,unreadable,wiretap}.ts',
      ],
      { eager: true, import: 'default' },
    ),
  ),
  later: gather(
    import.meta.glob<Texts>(
      [
        './{break-it,checks,connection-failure,console-tools,course,export,fault,help,inspector,offline,pasted,share,trouble,unreadable,wiretap}.ts',
        '../../{views,screens}/*/en.ts',
      ],
      { import: 'default' },
    ),
  ),
} satisfies LanguageTexts

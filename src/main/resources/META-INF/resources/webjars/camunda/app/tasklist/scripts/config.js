/*
 * Settings of Tasklist. This file takes the place of the vendor's, as a whole: the shortcuts are the vendor's defaults.
 */
// Loading a second language as well would make dates speak whichever came last.
const readsChinese = (navigator.languages?.[0] ?? navigator.language ?? '').toLowerCase().startsWith('zh');

export default {
  app: { name: 'Tasklist', vendor: 'Qingwang 清网' },
  locales: { availableLocales: ['en', 'zh'], fallbackLocale: readsChinese ? 'zh' : 'en' },
  customScripts: [
    '../../../assets/camunda/one-door',
    '../../../assets/camunda/labels',
    'scripts/qingwang/lists',
    'scripts/qingwang/summary',
    'scripts/qingwang/typing',
    'scripts/qingwang/words'
  ],
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: 'claims the currently selected task'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'set the focus to the first filter in the list'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'sets the focus to the first task in the list'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: 'sets the focus to the first input field in a task form'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: 'opens the start process modal dialog'
    }
  }
};

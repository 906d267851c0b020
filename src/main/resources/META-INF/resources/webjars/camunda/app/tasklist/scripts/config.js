/*
 * Settings of Tasklist. This file takes the place of the vendor's, as a whole: the shortcuts are the vendor's defaults.
 */
import { locales, named, readsChinese } from '/assets/camunda/language.js';

export default {
  app: named('Tasklist', '任务列表'),
  locales,
  customScripts: [
    '../../../assets/camunda/one-door',
    '../../../assets/camunda/labels',
    'scripts/qingwang/lists',
    'scripts/qingwang/summary',
    'scripts/qingwang/typing',
    'scripts/qingwang/words',
    'scripts/qingwang/cards',
    'scripts/qingwang/many'
  ],
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: readsChinese ? '领取选中的任务' : 'claims the currently selected task'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: readsChinese ? '转到第一个筛选器' : 'set the focus to the first filter in the list'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: readsChinese ? '转到列表中第一项任务' : 'sets the focus to the first task in the list'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: readsChinese ? '转到任务表单的第一个输入框' : 'sets the focus to the first input field in a task form'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: readsChinese ? '打开启动流程的窗口' : 'opens the start process modal dialog'
    }
  }
};

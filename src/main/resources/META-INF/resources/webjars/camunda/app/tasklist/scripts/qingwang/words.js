/*
 * Says in Chinese what the vendor's form renderer and calendar can say in English alone. What our forms say is in both
 * languages.
 */
import { readsChinese } from '/assets/camunda/language.js';

const WORDS = [
  [/^Select$/, '请选择'],
  [/^Add new$/, '再添一项'],
  [/^Expand all \((.*)\)$/, '全部展开（$1）'],
  [/^Collapse$/, '收起'],
  [/^Remove list item (.*)$/, '删除第 $1 项'],
  [/^Search$/, '搜索'],
  [/^No results$/, '没有结果'],
  [/^All values selected$/, '已全部选择'],
  [/^Increment$/, '增加'],
  [/^Decrement$/, '减少'],
  [/^Field is required\.$/, '必填项。'],
  [/^Field must have minimum value of (.*)\.$/, '不得小于 $1。'],
  [/^Field must have maximum value of (.*)\.$/, '不得大于 $1。'],
  [/^Field must have minimum length of (.*)\.$/, '至少 $1 个字符。'],
  [/^Field must have maximum length of (.*)\.$/, '最多 $1 个字符。'],
  [/^Field must match pattern .*$/, '格式不正确。'],
  [/^Value is not a number\.$/, '请填写数字。']
];
const PLACES =
  '.fjs-select-placeholder, .fjs-dropdownlist-empty, .fjs-form-field-error li, .fjs-repeat-render-footer button';
const NAMED = ['placeholder', 'aria-label'];

const MONTHS = Array.from({ length: 12 }, (_, month) => `${month + 1}月`);
const DAYS = ['日', '一', '二', '三', '四', '五', '六'];
let calendarSpeaks = false;

/** The calendar asks AngularJS for names of months and days, and has brought along English ones alone. */
function teachCalendar() {
  const root = document.querySelector('.ng-scope');
  const injector = root && window.angular?.element(root).injector();
  if (injector) {
    Object.assign(injector.get('$locale').DATETIME_FORMATS, {
      MONTH: MONTHS,
      STANDALONEMONTH: MONTHS,
      SHORTMONTH: MONTHS,
      DAY: DAYS,
      SHORTDAY: DAYS
    });
    injector.get('uibDatepickerConfig').formatDayTitle = 'yyyy年M月';
    calendarSpeaks = true;
  }
}

function inChinese(text) {
  const [pattern, words] = WORDS.find(([english]) => english.test(text)) ?? [];
  return pattern ? text.replace(pattern, words) : text;
}

function translateText(place) {
  const texts = [...place.childNodes].filter((child) => child.nodeType === Node.TEXT_NODE);
  for (const text of texts.filter(({ data }) => inChinese(data) !== data)) {
    text.data = inChinese(text.data);
  }
}

function translateName(element, attribute) {
  const name = element.getAttribute(attribute);
  if (name && inChinese(name) !== name) {
    element.setAttribute(attribute, inChinese(name));
  }
}

function translate() {
  if (!calendarSpeaks) {
    teachCalendar();
  }
  for (const form of document.querySelectorAll('.fjs-container')) {
    form.querySelectorAll(PLACES).forEach(translateText);
    for (const attribute of NAMED) {
      form.querySelectorAll(`[${attribute}]`).forEach((element) => translateName(element, attribute));
    }
  }
}

if (readsChinese) {
  new MutationObserver(translate).observe(document.body, { childList: true, subtree: true, characterData: true });
}

export default [];

/*
 * A tab in Cockpit that shows what the server has worded: sentences, a form, tables, links, pages to turn. Imported by
 * our plugins; the tab knows where to ask and nothing else.
 */
import { readsChinese } from '/assets/camunda/language.js';
import { addStyles, element, table } from '/assets/camunda/tables.js';

const LANGUAGE = readsChinese ? 'zh' : 'en';
const FAILED = readsChinese ? '暂时无法查询，请稍后重试。' : 'This cannot be had just now. Try again in a while.';

export async function ask(address, question) {
  const asked = new URLSearchParams({ ...question, language: LANGUAGE });
  const answer = await fetch(`${address}?${asked}`, { headers: { Accept: 'application/json' }, redirect: 'error' });
  if (!answer.ok) {
    throw new Error(`${answer.status} from ${address}`);
  }
  return answer.json();
}

function input({ name, type, value, options }) {
  if (type === 'select') {
    const list = element('select', { name, className: 'form-control' });
    list.append(...options.map((one) => element('option', { value: one.value }, one.text)));
    list.value = value;
    return list;
  }
  return element('input', { name, type, value, maxLength: 100, className: 'form-control' });
}

function form({ submit, fields }, turnTo) {
  const made = element('form', { className: 'qingwang-form' });
  made.append(
    ...fields.map((field) => element('label', {}, element('span', {}, field.label), input(field))),
    element('button', { type: 'submit', className: 'btn btn-default' }, submit)
  );
  made.addEventListener('submit', (event) => {
    event.preventDefault();
    turnTo(Object.fromEntries([...new FormData(made)].filter(([, value]) => value)));
  });
  return made;
}

function turns(list, question, turnTo) {
  const made = element('p', { className: 'qingwang-turns' });
  for (const { text, after } of list) {
    const button = element('button', { type: 'button', className: 'btn btn-default' }, text);
    button.addEventListener('click', () => turnTo({ ...question, after }));
    made.append(button);
  }
  return made;
}

function links(list) {
  const made = element('p', { className: 'qingwang-links' });
  made.append(...list.map(({ text, address }) => element('a', { href: address }, text)));
  return made;
}

function draw(node, sheet, question, turnTo) {
  const says = element('div', { role: 'status' }, ...sheet.says.map((words) => element('p', {}, words)));
  node.replaceChildren(
    says,
    ...(sheet.form ? [form(sheet.form, turnTo)] : []),
    ...(sheet.links.length ? [links(sheet.links)] : []),
    element('div', { className: 'qingwang-tables' }, ...sheet.tables.map(table)),
    ...(sheet.turns.length ? [turns(sheet.turns, question, turnTo)] : [])
  );
}

/* Who turned a page, or asked, goes on reading where the answer begins. */
function goToAnswer(node) {
  (node.querySelector('.qingwang-frame') ?? node.querySelector('input, button'))?.focus();
}

export function show(node, address, drawn = () => {}, first = {}) {
  addStyles('campaigns');
  addStyles('sheet');
  node.classList.add('qingwang-sheet');
  const turnTo = async (question, asked = true) => {
    try {
      const sheet = await ask(address, question);
      draw(node, sheet, question, turnTo);
      drawn(sheet);
      if (asked) {
        goToAnswer(node);
      }
    } catch (failure) {
      console.warn(failure);
      node.replaceChildren(element('p', { role: 'alert' }, FAILED));
    }
  };
  return turnTo(first, false);
}

/*
 * Puts seller, platform and value of its case on the card of a task, or seller, platform and goods of its complaint, and
 * for whom a deputy does it. They come from the server for the cards on screen, as far as the reader may see them: as
 * process variables they would cost every case rows.
 */
const KINDS = [
  { number: /\bAJ-\d{6}-\d{4}-\d{6,}\b/, address: '/desk/cards' },
  { number: /\bTS-\d{8}-[0-9A-Z]{8}\b/, address: '/desk/cards/complaints' }
];
const TASK_ID = /[?&]task=([^&]+)/;
const CARDS = '[cam-tasks] .tasks-list .task';
const known = new Map();
const doneFor = new Map();

function numberOn(card) {
  const details = card.querySelector('.task-card-details')?.textContent ?? '';
  return KINDS.map(({ number }) => details.match(number)?.[0]).find((found) => found);
}

function taskOn(card) {
  return card.querySelector('h4.task a')?.getAttribute('href')?.match(TASK_ID)?.[1];
}

function line(card, className, words) {
  const shown = card.querySelector('.' + className);
  if (shown && shown.textContent !== words) {
    shown.remove();
  }
  if (words && shown?.textContent !== words) {
    const added = document.createElement('p');
    added.className = className;
    added.textContent = words;
    card.querySelector('.task-card-details').before(added);
  }
}

function show(card) {
  if (card.querySelector('.task-card-details')) {
    line(card, 'qingwang-deputy', doneFor.get(taskOn(card)) ?? '');
    line(card, 'qingwang-card', (known.get(numberOn(card)) ?? []).join(' · '));
  }
}

function ask(numbers) {
  return Promise.all(
    KINDS.map((kind) => [kind, numbers.filter((number) => kind.number.test(number))])
      .filter(([, own]) => own.length > 0)
      .map(([{ address }, own]) => askAt(address, own))
  );
}

async function askAt(address, numbers) {
  numbers.forEach((number) => known.set(number, []));
  const answer = await fetch(`${address}?` + new URLSearchParams(numbers.map((number) => ['number', number])));
  if (answer.ok) {
    Object.entries(await answer.json()).forEach(([number, words]) => known.set(number, words));
  }
}

async function askForWhom(tasks) {
  tasks.forEach((task) => doneFor.set(task, ''));
  const answer = await fetch('/desk/cards/deputies');
  if (answer.ok) {
    Object.entries(await answer.json()).forEach(([task, words]) => doneFor.set(task, words));
  }
}

function unknown(cards, nameOf, names) {
  return [...new Set(cards.map(nameOf).filter((name) => name && !names.has(name)))];
}

async function showAll() {
  const cards = [...document.querySelectorAll(CARDS)];
  const numbers = unknown(cards, numberOn, known);
  const tasks = unknown(cards, taskOn, doneFor);
  await Promise.all([numbers.length > 0 && ask(numbers), tasks.length > 0 && askForWhom(tasks)]);
  document.querySelectorAll(CARDS).forEach(show);
}

new MutationObserver(showAll).observe(document.body, { childList: true, subtree: true });

export default [];

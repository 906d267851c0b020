/*
 * Leads from a list of tasks to the page on which many of them are taken, given or answered at once.
 */
import { readsChinese } from '/assets/camunda/language.js';

const PAGE = '/desk/tasks/many';

/** The list that is open, as Tasklist keeps it in its address. */
function address() {
  const filter = new URLSearchParams(window.location.hash.replace(/^[^?]*\??/, '')).get('filter');
  return filter ? PAGE + '?' + new URLSearchParams({ filter }) : PAGE;
}

function render(node) {
  const link = document.createElement('a');
  link.className = 'qingwang-many';
  link.href = PAGE;
  link.textContent = readsChinese ? '批量办理' : 'Many at once';
  link.addEventListener('click', () => (link.href = address()));
  node.append(link);
}

export default [{ id: 'qingwang.many', pluginPoint: 'tasklist.navbar.action', priority: 150, render }];

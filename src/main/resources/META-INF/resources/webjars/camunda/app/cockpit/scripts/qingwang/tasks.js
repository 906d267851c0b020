/*
 * Cockpit's page of human tasks counts those of all agencies, in their history and by group; the engine answers nobody
 * else than the campaign office and supervisors. Everybody else is led to Tasklist, where the own tasks are.
 * The application waits for this script, so that it asks for nothing it would be refused.
 */
import { addStyles } from '/assets/camunda/tables.js';

const PAGE = '#/tasks';
const TASKLIST = '/camunda/app/tasklist/default/';
const ALL_TASKS = new URLSearchParams({ permissionName: 'READ', resourceName: 'TASK', resourceType: 7, resourceId: '*' });
const RIGHT = `/camunda/api/engine/engine/default/authorization/check?${ALL_TASKS}`;

async function readsAllTasks() {
  const answer = await fetch(RIGHT, { headers: { Accept: 'application/json' }, redirect: 'error' });
  return answer.ok && (await answer.json()).authorized;
}

function leadAway(event) {
  if (event.target.closest(`a[href="${PAGE}"]`)) {
    event.preventDefault();
    event.stopImmediatePropagation();
    window.location.assign(TASKLIST);
  }
}

if (!(await readsAllTasks().catch(() => false))) {
  addStyles('own-tasks');
  document.addEventListener('click', leadAway, true);
  if (window.location.hash.startsWith(PAGE)) {
    window.location.replace(TASKLIST);
  }
}

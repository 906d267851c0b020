/*
 * Makes Camunda's web applications rooms of one house: named in config.js of each, loaded before it draws.
 * Their own sign-in is closed, so wherever one would show it, it is loaded anew and the server leads to the sign-in of
 * all; after a sign-out, and when a session has ended while the page was open.
 */
import { readsChinese } from './language.js';

const OWN_SIGN_IN = '#/login';

function leaveOwnSignIn() {
  if (window.location.hash.startsWith(OWN_SIGN_IN)) {
    window.location.replace(window.location.pathname);
  }
}

/* Accounts are kept on our own page; Camunda's forms for them are closed. */
function leadToOwnAccount(event) {
  if (event.target.closest('.user-profile [ng-click^="showForm("]')) {
    event.preventDefault();
    event.stopImmediatePropagation();
    window.location.assign('/desk/account');
  }
}

function addStyles() {
  for (const name of ['one-door', 'closed']) {
    const sheet = document.createElement('link');
    sheet.rel = 'stylesheet';
    sheet.href = `/assets/camunda/${name}.css`;
    document.head.append(sheet);
  }
}

function addWayBack() {
  const header = document.querySelector('[cam-widget-header]');
  if (!header || document.querySelector('.qingwang-desk')) {
    return;
  }
  const link = document.createElement('a');
  link.className = 'qingwang-desk';
  link.href = '/desk';
  link.textContent = readsChinese ? '清网 · 我的工作台' : 'Qingwang · my desk';
  header.before(link);
}

addStyles();
addWayBack();
leaveOwnSignIn();
window.addEventListener('hashchange', leaveOwnSignIn);
document.addEventListener('click', leadToOwnAccount, true);

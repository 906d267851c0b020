/*
 * Shows above a task's form what has to be known to fill it in: the summary of the case, complaint, dispute, notice,
 * campaign, briefing or return the form links to.
 * It is a page of the server, so that nothing of a case has to be put into process variables, all of which Tasklist
 * would load into the browser. The form's own iframe component cannot do it: it takes addresses with https alone.
 */
const LINKED_PAGE = /^\/desk\/((cases|complaints|notices|campaigns|briefings|returns)\/[^/]+|complaints\/[^/]+\/mediation)$/;
const MOST_OF_THE_WINDOW = 0.55;

function linkedPage(form) {
  const link = form.querySelector('a[href^="/desk/"]');
  return link && LINKED_PAGE.test(link.pathname) ? link : null;
}

/** Reading on must not throw away what is filled in. */
function openBeside(link) {
  link.target = '_blank';
  link.rel = 'noopener';
}

function fit(frame) {
  const content = frame.contentDocument && frame.contentDocument.documentElement;
  if (content) {
    const most = Math.round(window.innerHeight * MOST_OF_THE_WINDOW);
    frame.height = Math.min(content.scrollHeight + 4, most);
  }
}

function summaryOf(link) {
  const frame = document.createElement('iframe');
  frame.className = 'qingwang-summary';
  frame.title = link.textContent;
  frame.height = 120;
  frame.addEventListener('load', () => fit(frame));
  frame.src = link.pathname + '/summary' + link.search;
  return frame;
}

function showSummary(form) {
  const link = linkedPage(form);
  const place = form.closest('.fjs-container') || form;
  const shown = place.previousElementSibling;
  const isShown = shown && shown.classList.contains('qingwang-summary');
  const address = link && link.pathname + '/summary' + link.search;
  if (link) {
    openBeside(link);
  }
  if (isShown && shown.getAttribute('src') === address) {
    return;
  }
  if (isShown) {
    shown.remove();
  }
  if (link) {
    place.before(summaryOf(link));
  }
}

new MutationObserver(() => document.querySelectorAll('.fjs-form').forEach(showSummary)).observe(document.body, {
  childList: true,
  subtree: true
});

export default [];

/*
 * Has the labels of a Camunda web application at hand before its first page is drawn: named in config.js of each.
 * The vendor's pages ask for some labels once, while they are built. When the file of labels comes later than the page,
 * they show "PLUGIN_PROCESS_DEF_…" instead of words, for good. The application waits for this script, and the script
 * for the labels; they are put where the vendor's loader looks first.
 */
const STORE = 'camunda-web';

const base = document.querySelector('base');
const app = `${base.getAttribute('app-root')}/app/${base.getAttribute('app-name')}`;

function language(locales) {
  const { availableLocales = ['en'], fallbackLocale = 'en' } = locales ?? {};
  const wanted = (navigator.languages?.[0] ?? navigator.language ?? '').split('-')[0].toLowerCase();
  return availableLocales.includes(wanted) ? wanted : fallbackLocale;
}

async function fetchLabels() {
  const settings = (await import(`${app}/scripts/config.js`)).default;
  const key = language(settings.locales);
  const answer = await fetch(`${app}/locales/${key}.json?bust=${window.bust}`);
  if (answer.ok) {
    keep(key, await answer.text());
  }
}

function keep(key, labels) {
  const stored = JSON.parse(localStorage.getItem(STORE) ?? '{}');
  stored[`${app}/locales/_locales_data_${key}_${window.bust}`] = labels;
  localStorage.setItem(STORE, JSON.stringify(stored));
}

// A full store or a lost connection must not keep the application from starting: its own loader tries again.
await fetchLabels().catch((failure) => console.warn('Labels are loaded late:', failure));

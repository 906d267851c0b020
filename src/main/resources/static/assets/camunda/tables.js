/*
 * Tables in Cockpit, of what the server has worded and linked. Imported by our plugins.
 */
export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

export function addStyles(name) {
  const address = `/assets/camunda/${name}.css`;
  if (!document.head.querySelector(`link[href="${address}"]`)) {
    document.head.append(element('link', { rel: 'stylesheet', href: address }));
  }
}

function bar({ percent }) {
  const shown = element('progress', { max: 100, value: percent });
  // The figure beside it says the same.
  shown.setAttribute('aria-hidden', 'true');
  return shown;
}

function cell(content, name) {
  const { text, link, figure, late, percent } = content;
  const made = element(name, { className: [figure && 'figure', late && 'late'].filter(Boolean).join(' ') });
  made.append(link ? element('a', { href: link }, text) : text);
  if (percent !== null) {
    made.append(bar(content));
  }
  return made;
}

function row([head, ...rest]) {
  const first = cell(head, 'th');
  first.scope = 'row';
  return element('tr', {}, first, ...rest.map((one) => cell(one, 'td')));
}

function heading(words, content) {
  return element('th', { scope: 'col', className: content?.figure ? 'figure' : '' }, words);
}

export function table({ id, caption, columns, rows, none }) {
  const part = element('div', { className: `qingwang-${id}` });
  if (rows.length === 0) {
    part.append(element('h2', {}, caption), element('p', {}, none));
    return part;
  }
  const title = element('h2', { id: `qingwang-${id}` }, caption);
  const heads = element('tr', {}, ...columns.map((words, at) => heading(words, rows[0][at])));
  const body = element('tbody', {}, ...rows.map(row));
  const frame = element('div', { className: 'qingwang-frame', tabIndex: 0 });
  frame.setAttribute('role', 'region');
  frame.setAttribute('aria-labelledby', title.id);
  frame.append(element('table', {}, element('caption', {}, title), element('thead', {}, heads), body));
  part.append(frame);
  return part;
}

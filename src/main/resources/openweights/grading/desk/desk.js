// Keys, and care for what was typed. Every page works without this file, by links and buttons alone.
'use strict';

const root = document.body.dataset.root;
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const one = (selector, within = document) => within.querySelector(selector);
const place = location.pathname.slice(root.length) + location.search.replace(/[?&](said|q|line)=[^&]*/g, '');

// --- the question that keys are about ------------------------------------------------------------

const questions = all('.question');
let active = null;

function activate(question, scroll) {
  if (!question) return;
  active?.classList.remove('active');
  active = question;
  active.classList.add('active');
  if (scroll) active.scrollIntoView({ block: 'start', behavior: 'instant' });
}

const named = new URLSearchParams(location.search).get('q') ?? location.hash.slice(1).replace(/-\d+$/, '');
activate(questions.find(each => each.id === named) ?? questions[0], false);
questions.forEach(each => each.addEventListener('focusin', () => activate(each, false)));
questions.forEach(each => each.addEventListener('pointerdown', () => activate(each, false)));

// --- what was typed ------------------------------------------------------------------------------

const fields = all('.judge input:not([type=hidden]), .judge textarea');
const draftKey = field => 'desk ' + place + ' ' + one('[name=question]', field.form).value + ' ' + field.name;
const isTyped = field => field.value !== field.defaultValue;

function showDrafts() {
  for (const form of all('.judge')) {
    one('.draft', form).hidden = ![...form.elements].some(field => fields.includes(field) && isTyped(field));
  }
}

for (const field of fields) {
  const draft = localStorage.getItem(draftKey(field));
  const sent = sessionStorage.getItem(draftKey(field)) === draft; // and this page says what came of it
  sessionStorage.removeItem(draftKey(field));
  if (!sent && draft !== null && draft !== field.defaultValue) field.value = draft;
  else localStorage.removeItem(draftKey(field));
  field.addEventListener('input', () => {
    if (isTyped(field)) localStorage.setItem(draftKey(field), field.value);
    else localStorage.removeItem(draftKey(field));
    showDrafts();
  });
}
showDrafts();

for (const form of all('.judge')) {
  form.addEventListener('submit', () => {
    for (const field of fields) {
      if (field.form === form && isTyped(field)) sessionStorage.setItem(draftKey(field), field.value);
    }
  });
}

for (const form of all('form.undo')) {
  form.addEventListener('submit', () => { form.elements.back.value = location.pathname + location.search.replace(/([?&])said=[^&]*/, '$1').replace(/[?&]$/, ''); });
}

// --- the same place after a form was sent --------------------------------------------------------

addEventListener('pagehide', () => sessionStorage.setItem('scroll ' + place, scrollY));
const scroll = sessionStorage.getItem('scroll ' + place);
if (scroll !== null && one('.judge')) requestAnimationFrame(() => scrollTo(0, Number(scroll)));

// --- moving on -----------------------------------------------------------------------------------

function go(direction) {
  const typed = all('.judge').find(form => [...form.elements].some(field => fields.includes(field) && isTyped(field)));
  if (typed && typed.elements.then && !document.body.classList.contains('at-groups')) {
    typed.elements.then.value = direction === 'next' ? 'next' : 'previous';
    typed.requestSubmit();
    return;
  }
  const link = one('a[rel=' + (direction === 'next' ? 'next' : 'prev') + ']');
  if (link) { link.click(); return; }
  const rows = all('.students tbody tr:not([hidden]) a, .card h2 a, .rubric-row input[name=words], .history tbody a');
  if (!rows.length) return;
  const at = rows.indexOf(document.activeElement);
  rows[Math.max(0, Math.min(rows.length - 1, at + (direction === 'next' ? 1 : -1)))].focus();
}

function points(share) {
  const field = active && one('[name=points]', active);
  if (!field) return;
  field.value = share * Number(field.dataset.max);
  field.form.requestSubmit();
}

function focus(selector) {
  const field = active && one(selector, active);
  if (!field) return;
  field.focus();
  if (field.matches('textarea')) field.setSelectionRange(field.value.length, field.value.length);
  else field.select?.();
}

function leave() {
  const list = one('.top nav a');
  if (!document.body.classList.contains('at-students') || one('.student')) list.click();
}

const keys = {
  j: () => go('next'),
  k: () => go('previous'),
  n: () => activate(questions[questions.indexOf(active) + 1], true),
  b: () => activate(questions[questions.indexOf(active) - 1], true),
  d: () => one('form.done button')?.click(),
  f: () => points(1),
  z: () => points(0),
  p: () => focus('[name=points]'),
  c: () => focus('[name=comment]'),
  i: () => focus('[name=new-words]'),
  l: () => focus('a.no'),
  g: () => active && one('.alike', active)?.click(),
  u: () => one('form.undo').requestSubmit(),
  '/': () => one('#search')?.focus(),
  '?': () => one('#keys').showModal(),
  Escape: leave,
};

addEventListener('keydown', event => {
  const typing = event.target.matches('input, textarea, select');
  if (typing) {
    if (event.key === 'Escape') { event.target.blur(); event.preventDefault(); }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && event.target.form) { event.target.form.requestSubmit(); event.preventDefault(); }
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || one('dialog[open]')) return;
  if (event.target.matches('a.no') && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    const lines = all('a.no', active);
    lines[lines.indexOf(event.target) + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
    event.preventDefault();
    return;
  }
  if (/^[1-9]$/.test(event.key)) {
    const item = active && all('.item', active)[Number(event.key) - 1];
    if (item) { event.preventDefault(); item.click(); }
    return;
  }
  const act = keys[event.key];
  if (act) { event.preventDefault(); act(); }
});

one('button.help').addEventListener('click', () => one('#keys').showModal());

// --- search in the list --------------------------------------------------------------------------

one('#search')?.addEventListener('input', event => {
  const wanted = event.target.value.trim().toLowerCase();
  let found = 0;
  for (const row of all('.students tbody tr')) {
    row.hidden = !row.cells[0].textContent.toLowerCase().includes(wanted);
    found += row.hidden ? 0 : 1;
  }
  one('p.none').hidden = found > 0;
});
one('#search')?.addEventListener('keydown', event => {
  if (event.key === 'Enter') one('.students tbody tr:not([hidden]) a')?.click();
});

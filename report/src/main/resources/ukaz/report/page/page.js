'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const S = data.strings;
  const SEVERITIES = ['error', 'warning', 'info'];
  const SIGNS = ['■', '▲', '○'];
  // positions in a finding
  const RULE = 0, SEVERITY = 1, CERTAIN = 2, SOURCE = 3, SHEET = 4, ROW = 5, CELL = 6, TITLE = 7, VALUE = 8;
  const MESSAGE = 9, EXPECTED = 11, CARD = 13, FINGERPRINT = 14, REVIEW = 15, RELATED = 16, NUMBER = 17;
  // positions in a review, in a decision, and in a finding that is gone
  const STATUS = 0, FIRST_SEEN = 1, DECISION = 2, LAPSED = 3, CORRECTION = 5, SURE = 6;
  const DECIDED = 0, REASON = 1, REVIEWER = 2, UNTIL = 3;
  const GONE_SEVERITY = 0, GONE_RULE = 1, GONE_STATUS = 2, GONE_MESSAGE = 3, GONE_VALUE = 4, GONE_PERSON = 5, GONE_PLACE = 6, GONE_ON = 7, GONE_DECISION = 8;
  // positions in a card
  const NAME = 0, AWARD = 1, ORDINAL = 2, DATE = 3, PERSON = 4, TITLES = 5, RAW = 6, PLACE = 7, ID = 8;
  const ROW_HEIGHT = 47, PERSON_HEIGHT = 34, PRINTED = 1000, MOST_BESIDE = 4;

  let lang = data.lang === 'en' ? 1 : 0;
  let numbers = new Intl.NumberFormat();
  const $ = id => document.getElementById(id);
  const t = (key, ...values) => values.reduce((text, value, i) => text.replace('{' + i + '}', value), data.texts[key][lang]);
  const n = number => numbers.format(number);
  const s = index => index < 0 ? '' : S[index];

  function el(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (key === 'onclick') element.addEventListener('click', value);
      else if (value !== null && value !== undefined && value !== false) element.setAttribute(key, value);
    }
    element.append(...children.filter(child => child !== null && child !== undefined));
    return element;
  }
  function svg(name, attributes, ...children) {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes || {})) element.setAttribute(key, value);
    element.append(...children);
    return element;
  }
  const severityLabel = i => SIGNS[i] + ' ' + t('severity-' + SEVERITIES[i]);
  const decadeOf = finding => {
    const card = data.cards[finding[CARD]];
    const found = card && card[DATE] && /(\d{3})[\dX]/.exec(card[DATE]);
    return found ? Number(found[1]) * 10 : 0;
  };
  const awardName = card => {
    const award = data.awards[card[AWARD]];
    const name = award ? award[lang] : card[AWARD] || '';
    return card[ORDINAL] > 1 ? name + ' (' + card[ORDINAL] + ')' : name;
  };
  const findings = data.findings;
  findings.forEach((finding, i) => { finding[NUMBER] = i; finding.decade = decadeOf(finding); });

  // tabs
  const TABS = ['overview', 'findings', 'persons', ...(data.compared ? ['gone'] : []), 'rules', 'files'];
  let tab = 'overview';
  function show(name, focus) {
    tab = name;
    for (const each of TABS) {
      $('panel-' + each).hidden = each !== name;
      const button = $('tab-' + each);
      button.setAttribute('aria-selected', String(each === name));
      button.tabIndex = each === name ? 0 : -1;
      if (focus && each === name) button.focus();
    }
    if (name === 'findings') renderRows();
    if (name === 'persons') renderPersons();
  }
  function renderTabs() {
    $('tabs').replaceChildren(...TABS.map(name => el('button', {
      type: 'button', role: 'tab', id: 'tab-' + name, 'aria-controls': 'panel-' + name, 'aria-selected': String(tab === name),
      tabindex: tab === name ? 0 : -1, onclick: () => show(name)
    }, t('tab-' + name))));
  }
  $('tabs').addEventListener('keydown', event => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) {
      event.preventDefault();
      show(TABS[(TABS.indexOf(tab) + step + TABS.length) % TABS.length], true);
    }
  });

  // overview
  const narrow = matchMedia('(max-width: 40rem)');
  narrow.addEventListener('change', () => renderOverview());
  function renderOverview() {
    const counts = data.counts;
    const worst = counts.findIndex(count => count > 0);
    $('verdict').className = 'verdict ' + (worst < 0 ? '' : SEVERITIES[worst]);
    $('verdict').textContent = worst < 0 ? t('verdict-clean') : worst === 2 ? t('verdict-info') : t('verdict-' + SEVERITIES[worst], n(counts[worst]));
    const tile = (label, value, kind, act) => el(act ? 'button' : 'div', { class: 'tile ' + (kind || ''), type: act ? 'button' : null, onclick: act || (() => {}) },
      el('b', {}, n(value)), el('span', {}, label));
    $('tiles').replaceChildren(
      ...counts.map((count, i) => tile(SIGNS[i] + ' ' + t(SEVERITIES[i] + 's'), count, SEVERITIES[i], () => filterBy({ severity: i }))),
      tile(t('records'), data.records), tile(t('rows-read'), data.rows.read), tile(t('files'), data.sources.length),
      data.persons ? tile(t('persons'), data.persons) : '');
    const rules = data.rules.map((rule, i) => ({ label: rule.title[lang], counts: rule.counts, act: () => filterBy({ rule: i }) }))
      .filter(bar => sum(bar.counts) > 0).sort((a, b) => sum(b.counts) - sum(a.counts)).slice(0, 18);
    bars($('chart-rules'), t('chart-rules'), rules);
    const sources = data.sources.map((source, i) => ({ label: source.path, counts: source.counts, act: () => filterBy({ source: i }) }))
      .filter(bar => sum(bar.counts) > 0).sort((a, b) => sum(b.counts) - sum(a.counts)).slice(0, 10);
    bars($('chart-sources'), t('chart-sources'), sources);
    columns($('chart-decades'), t('chart-decades'), data.decades.map(([decade, records, ...counts]) =>
      ({ label: t('decade', decade), counts, act: () => filterBy({ decade }) })));
    columns($('chart-change'), t('chart-change'), data.compared ? data.byStatus.map((counts, i) =>
      ({ label: data.statuses[2 * i][lang], counts, act: () => i < 3 ? filterBy({ review: 's' + i }) : show('gone', true) })) : []);
    const rows = data.rows;
    $('facts').replaceChildren(table([], [
      [t('rows-read'), n(rows.read) + ' = ' + n(rows.records) + ' ' + t('rows-records') + ' + ' + n(rows.blank) + ' ' + t('rows-blank') + ' + '
        + n(rows.notData) + ' ' + t('rows-not-data') + ' + ' + n(rows.rejected) + ' ' + t('rows-rejected')],
      [t('run-arguments'), data.run.arguments.join(', ')],
      [t('run-id'), data.run.id], [t('run-version'), data.run.version], [t('run-started'), time(data.run.started)],
      [t('run-finished'), time(data.run.finished)],
      ...Object.entries(data.run.settings),
      ...(data.compared ? [[t('decided'), n(data.decided)], [t('lapsed'), n(data.lapsed)], [t('rule-changed'), n(data.ruleChanged)]] : []),
      ...data.notes.map(note => [t('note'), note])]));
  }
  const sum = counts => counts.reduce((a, b) => a + b, 0);
  const time = iso => new Date(iso).toLocaleString(lang ? 'en-GB' : 'ru-RU', { timeZone: data.run.zone });
  const legend = () => el('div', { class: 'legend' }, ...SEVERITIES.map((severity, i) =>
    el('span', {}, el('i', { class: 'dot ' + severity }), severityLabel(i))));

  function barGroup(bar, children) {
    const label = bar.label + ': ' + bar.counts.map((count, i) => severityLabel(i) + ' ' + n(count)).join(', ');
    const group = svg('g', { role: 'button', tabindex: '0', 'aria-label': label }, svg('title', {}, label), ...children);
    group.addEventListener('click', bar.act);
    group.addEventListener('keydown', event => {
      if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); bar.act(); }
    });
    return group;
  }
  function bars(figure, title, list) {
    figure.hidden = list.length === 0;
    // where there is little room a label stands above its bar, so that letters keep their size
    const width = narrow.matches ? 340 : 650, left = narrow.matches ? 0 : 315, head = narrow.matches ? 18 : 0, row = 24 + head;
    const most = Math.max(1, ...list.map(bar => sum(bar.counts)));
    const scale = (width - left - 60) / most;
    const groups = list.map((bar, i) => {
      let x = left;
      const rects = bar.counts.map((count, severity) => {
        const rect = svg('rect', { class: SEVERITIES[severity], x, y: i * row + head + 5, width: count * scale, height: 15 });
        x += count * scale;
        return rect;
      });
      const text = svg('text', { class: 'label', x: Math.max(0, left - 8), y: i * row + 16, 'text-anchor': left ? 'end' : 'start' },
        shorten(bar.label, left ? 37 : 44));
      return barGroup(bar, [svg('rect', { x: 0, y: i * row, width, height: row, fill: 'transparent' }), text, ...rects,
        svg('text', { class: 'faint', x: x + 6, y: i * row + head + 16 }, n(sum(bar.counts)))]);
    });
    figure.replaceChildren(el('figcaption', {}, title),
      svg('svg', { viewBox: '0 0 ' + width + ' ' + Math.max(row, list.length * row), role: 'group', 'aria-label': title }, ...groups), legend());
  }
  function columns(figure, title, list) {
    figure.hidden = list.length === 0;
    const width = narrow.matches ? 340 : 560, height = 220, bottom = 190, most = Math.max(1, ...list.map(bar => sum(bar.counts)));
    const step = width / Math.max(1, list.length), bar = Math.min(60, step * .62), scale = (bottom - 26) / most;
    const labelled = Math.ceil(44 / step);
    const groups = list.map((column, i) => {
      const x = i * step + (step - bar) / 2;
      let y = bottom;
      const rects = [...column.counts].map((count, k) => ({ count, k })).reverse().map(({ count, k }) => {
        y -= count * scale;
        return svg('rect', { class: SEVERITIES[k], x, y, width: bar, height: count * scale });
      });
      return barGroup(column, [svg('rect', { x: i * step, y: 0, width: step, height, fill: 'transparent' }), ...rects,
        svg('text', { class: 'faint', x: x + bar / 2, y: y - 6, 'text-anchor': 'middle' }, n(sum(column.counts))),
        svg('text', { class: 'label', x: x + bar / 2, y: bottom + 18, 'text-anchor': 'middle' }, i % labelled ? '' : column.label)]);
    });
    figure.replaceChildren(el('figcaption', {}, title), svg('svg', { viewBox: '0 0 ' + width + ' ' + height, role: 'group', 'aria-label': title },
      svg('line', { class: 'rule', x1: 0, x2: width, y1: bottom, y2: bottom }), ...groups), legend());
  }
  const shorten = (text, most) => text.length > most ? text.slice(0, most - 1) + '…' : text;

  // findings: filter and sort
  const filter = { text: '', severities: [true, true, true], rule: -1, source: -1, decade: 0, review: '' };
  const sort = { column: -1, down: false };
  let shown = findings;
  let selected = -1;
  let haystack = null;
  let ranks = null;
  const COLUMNS = [
    { key: 'col-severity', width: '11.4rem', rank: f => f[SEVERITY] },
    { key: 'col-rule', width: '16%', text: f => data.rules[f[RULE]].title[lang] },
    { key: 'col-message', width: '', text: f => s(f[MESSAGE + lang]) },
    { key: 'col-person', width: '14%', text: f => f[CARD] < 0 ? '' : s(data.cards[f[CARD]][NAME]) },
    { key: 'col-date', width: '6.6rem', text: f => f[CARD] < 0 ? '' : data.cards[f[CARD]][DATE] || '' },
    { key: 'col-value', width: '11%', text: f => s(f[VALUE]) },
    { key: 'col-place', width: '12%', rank: f => f[NUMBER] },
    ...(data.compared ? [{ key: 'col-review', width: '10%', text: f => review(f) }] : [])
  ];
  const statusOf = f => f[REVIEW][STATUS] >> 1;
  const decisionOf = ruling => ruling.length ? data.decisions[ruling[DECIDED]][lang] : '';
  const review = f => [data.statuses[f[REVIEW][STATUS]][lang], decisionOf(f[REVIEW][DECISION]) || (f[REVIEW][LAPSED] ? t('lapsed') : '')].filter(Boolean).join(' · ');
  const REVIEWS = { decided: f => f[REVIEW][DECISION].length > 0, 'without-decision': f => f[REVIEW][DECISION].length === 0, lapsed: f => f[REVIEW][LAPSED] !== null,
    correction: f => f[REVIEW][CORRECTION] !== null };
  const reviewed = (f, key) => !key || (key[0] === 's' && key.length === 2 ? statusOf(f) === Number(key[1]) : REVIEWS[key](f));
  const place = f => [f[CELL] || (f[ROW] ? String(f[ROW]) : ''), s(f[SHEET]), data.sources[f[SOURCE]].path].filter(Boolean).join(' · ');

  function hay(finding) {
    haystack = haystack || [];
    return haystack[finding[NUMBER]] || (haystack[finding[NUMBER]] = [data.rules[finding[RULE]].title[lang], data.rules[finding[RULE]].id,
      s(finding[MESSAGE + lang]), s(finding[VALUE]), finding[CARD] < 0 ? '' : s(data.cards[finding[CARD]][NAME]), place(finding),
      ...(data.compared ? [review(finding), finding[REVIEW][DECISION][REASON], finding[REVIEW][DECISION][REVIEWER]] : [])]
      .join(' ').toLowerCase().replaceAll('ё', 'е'));
  }
  function apply() {
    const words = filter.text.toLowerCase().replaceAll('ё', 'е').split(/\s+/).filter(Boolean);
    shown = findings.filter(f => filter.severities[f[SEVERITY]] && (filter.rule < 0 || f[RULE] === filter.rule)
      && (filter.source < 0 || f[SOURCE] === filter.source) && (!filter.decade || f.decade === filter.decade) && reviewed(f, filter.review)
      && (words.length === 0 || words.every(word => hay(f).includes(word))));
    if (sort.column >= 0) {
      const { rank, text } = COLUMNS[sort.column];
      const key = new Float64Array(findings.length);
      if (rank) shown.forEach(f => { key[f[NUMBER]] = rank(f); });
      else {
        ranks = new Map();
        shown.forEach(f => ranks.set(text(f), 0));
        [...ranks.keys()].sort(new Intl.Collator(lang ? 'en' : 'ru', { numeric: true }).compare).forEach((word, i) => ranks.set(word, i));
        shown.forEach(f => { key[f[NUMBER]] = ranks.get(text(f)); });
      }
      const sign = sort.down ? -1 : 1;
      shown.sort((a, b) => sign * (key[a[NUMBER]] - key[b[NUMBER]]) || a[NUMBER] - b[NUMBER]);
    }
    $('scroller').scrollTop = 0;
    selected = -1;
    $('detail').hidden = true;
    $('count').textContent = t('count', n(shown.length), n(findings.length));
    $('nothing').hidden = shown.length > 0;
    renderRows();
  }
  function filterBy(change) {
    Object.assign(filter, { text: '', severities: [true, true, true], rule: -1, source: -1, decade: 0, review: '' });
    if ('severity' in change) filter.severities = filter.severities.map((_, i) => i === change.severity);
    else Object.assign(filter, change);
    show('findings');
    renderFilters();
    apply();
    $('main').focus();
  }
  function renderFilters() {
    $('search').value = filter.text;
    $('search').placeholder = t('search');
    $('search').setAttribute('aria-label', t('search'));
    $('severities').setAttribute('aria-label', t('col-severity'));
    $('severities').replaceChildren(...SEVERITIES.map((severity, i) => el('button', {
      type: 'button', class: 'severity ' + severity, 'aria-pressed': String(filter.severities[i]),
      onclick: () => { filter.severities[i] = !filter.severities[i]; renderFilters(); apply(); }
    }, severityLabel(i))));
    const options = (select, label, all, list, value) => {
      select.setAttribute('aria-label', label);
      select.replaceChildren(el('option', { value: all }, label), ...list.map(([key, text]) => el('option', { value: key }, text)));
      select.value = String(value);
    };
    const used = new Set(findings.map(f => f[RULE]));
    options($('filter-rule'), t('all-rules'), -1, data.rules.map((rule, i) => [i, rule.title[lang]]).filter(([i]) => used.has(i)), filter.rule);
    options($('filter-source'), t('all-sources'), -1, data.sources.map((source, i) => [i, source.path]), filter.source);
    options($('filter-decade'), t('all-decades'), 0, data.decades.map(([decade]) => [decade, t('decade', decade)]), filter.decade);
    options($('filter-review'), t('all-reviews'), '', [...(data.compared ? [0, 1, 2].map(i => ['s' + i, data.statuses[2 * i][lang]]) : []),
      ...(data.compared ? ['decided', 'without-decision', 'lapsed'] : []).map(key => [key, t(key)]), ['correction', t('with-correction')]], filter.review);
    $('omitted').hidden = data.found <= findings.length;
    $('omitted').textContent = t('omitted', n(findings.length), n(data.found));
    $('heads').replaceChildren(...COLUMNS.map((column, i) => {
      const sorted = sort.column === i ? (sort.down ? 'descending' : 'ascending') : 'none';
      const head = el('th', { scope: 'col', 'aria-sort': sorted }, el('button', { type: 'button', onclick: () => {
        sort.down = sort.column === i && !sort.down;
        sort.column = i;
        renderFilters();
        apply();
        $('heads').children[i].firstChild.focus();
      } }, t(column.key) + (sort.column === i ? (sort.down ? ' ▼' : ' ▲') : '')));
      head.style.width = column.width;
      return head;
    }));
  }
  let typing = 0;
  $('search').addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(() => { filter.text = $('search').value; apply(); }, 120);
  });
  $('filters').addEventListener('submit', event => event.preventDefault());
  $('filters').addEventListener('reset', event => { event.preventDefault(); filterBy({}); });
  for (const key of ['rule', 'source', 'decade']) {
    $('filter-' + key).addEventListener('change', event => { filter[key] = Number(event.target.value); apply(); });
  }

  $('filter-review').addEventListener('change', event => { filter.review = event.target.value; apply(); });

  // findings: rows in sight
  let printing = false;
  function renderRows() {
    if (tab !== 'findings' && !printing) return;
    const scroller = $('scroller');
    const first = printing ? 0 : Math.max(0, Math.floor(scroller.scrollTop / ROW_HEIGHT) - 8);
    const last = printing ? Math.min(shown.length, PRINTED) : Math.min(shown.length, first + Math.ceil(scroller.clientHeight / ROW_HEIGHT) + 20);
    const focused = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.row : undefined;
    const rows = [];
    if (first > 0) rows.push(spacer(first));
    for (let i = first; i < last; i++) rows.push(row(shown[i], i));
    if (last < shown.length && !printing) rows.push(spacer(shown.length - last));
    $('rows').replaceChildren(...rows);
    $('grid').setAttribute('aria-rowcount', shown.length + 1);
    $('grid').setAttribute('aria-label', t('tab-findings'));
    if (focused !== undefined) {
      const again = $('rows').querySelector('[data-row="' + focused + '"]');
      if (again) again.focus({ preventScroll: true });
    }
  }
  function spacer(count) {
    const cell = el('td', { colspan: COLUMNS.length });
    cell.style.height = count * ROW_HEIGHT + 'px';
    return el('tr', { class: 'spacer', 'aria-hidden': 'true' }, cell);
  }
  function row(finding, i) {
    const card = finding[CARD] < 0 ? null : data.cards[finding[CARD]];
    const cell = (content, kind) => el('td', { role: 'gridcell' }, el('div', { class: kind || '' }, content));
    return el('tr', {
      role: 'row', 'data-row': i, 'aria-rowindex': i + 2, 'aria-selected': String(i === selected),
      tabindex: i === (selected < 0 ? 0 : selected) ? 0 : -1, onclick: () => open(i)
    }, cell(severityLabel(finding[SEVERITY]), 'severity ' + SEVERITIES[finding[SEVERITY]]), cell(data.rules[finding[RULE]].title[lang]),
    cell(s(finding[MESSAGE + lang])), cell(card ? s(card[NAME]) : ''), cell(card && card[DATE] || ''), cell(s(finding[VALUE]), 'soft'), cell(place(finding), 'soft'),
    data.compared ? cell(review(finding)) : null);
  }
  let frame = 0;
  $('scroller').addEventListener('scroll', () => {
    if (!frame) frame = requestAnimationFrame(() => { frame = 0; renderRows(); });
  });
  addEventListener('resize', renderRows);
  $('rows').addEventListener('keydown', event => {
    const line = event.target.closest('tr[data-row]');
    if (!line) return;
    const at = Number(line.dataset.row), page = Math.max(1, Math.floor($('scroller').clientHeight / ROW_HEIGHT) - 2);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + page, PageUp: at - page, Home: 0, End: shown.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      goTo(Math.min(shown.length - 1, Math.max(0, to)));
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      open(at);
      $('detail').focus();
    }
  });
  function goTo(i) {
    const scroller = $('scroller'), head = $('heads').offsetHeight, top = i * ROW_HEIGHT;
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else if (top + ROW_HEIGHT + head > scroller.scrollTop + scroller.clientHeight) scroller.scrollTop = top + ROW_HEIGHT + head - scroller.clientHeight;
    selected = i;
    renderRows();
    const line = $('rows').querySelector('[data-row="' + i + '"]');
    if (line) line.focus({ preventScroll: true });
    if (!$('detail').hidden) renderDetail();
  }

  // a finding in detail
  function open(i) {
    selected = i;
    $('detail').hidden = false;
    renderDetail();
    renderRows();
  }
  function closeDetail() {
    $('detail').hidden = true;
    const line = $('rows').querySelector('[data-row="' + selected + '"]');
    if (line) line.focus();
  }
  $('detail').addEventListener('keydown', event => { if (event.key === 'Escape') closeDetail(); });
  $('rows').addEventListener('keydown', event => { if (event.key === 'Escape') closeDetail(); });
  function table(heads, rows, numeric) {
    const kind = i => numeric && numeric.includes(i) ? 'number' : null;
    return el('table', {}, heads.length ? el('thead', {}, el('tr', {}, ...heads.map((head, i) => el('th', { scope: 'col', class: kind(i) }, head)))) : null,
      el('tbody', {}, ...rows.map(cells => el('tr', { class: cells.kind }, ...cells.map((cell, i) =>
        el(i === 0 && !heads.length ? 'th' : 'td', { class: kind(i), scope: i === 0 && !heads.length ? 'row' : null }, cell))))));
  }
  function facts(list) {
    return el('dl', {}, ...list.filter(([, value]) => value).flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)]));
  }
  // the row of the finding, and beside it the rows that it is held against, where the page has them
  let rowsByPlace = null;
  function sideBySide(finding, card) {
    if (!rowsByPlace) rowsByPlace = new Map(data.cards.map(each => [each[PLACE], each]).reverse());
    const others = [...new Set(finding[RELATED].map(([, place]) => rowsByPlace.get(place)))]
      .filter(other => other && other !== card && other[PLACE] !== card[PLACE] && other[RAW].length).slice(0, MOST_BESIDE);
    const raw = each => new Map(each[RAW].map((value, i) => [data.titles[each[TITLES]][i], s(value)]));
    const columns = [card, ...others].map(raw);
    const titles = [...new Set(columns.flatMap(column => [...column.keys()]))];
    const lines = titles.map(title => {
      const cells = [title, ...columns.map(column => el('span', { class: 'raw' }, column.get(title) || ''))];
      const differs = columns.some(column => (column.get(title) || '').trim() !== (columns[0].get(title) || '').trim());
      if (title === s(finding[TITLE])) cells.kind = 'faulty';
      else if (differs) cells.kind = 'differs';
      return cells;
    });
    if (!others.length) return table([], lines);
    const head = el('thead', {}, el('tr', {}, el('td', {}), ...[card, ...others].map(each => el('th', { scope: 'col' }, each[PLACE]))));
    const both = table([], lines);
    both.prepend(head);
    return el('div', { class: 'beside', tabindex: '0', role: 'region', 'aria-label': t('row-as-typed') }, both);
  }
  function renderDetail() {
    const finding = shown[selected];
    if (!finding) return;
    const rule = data.rules[finding[RULE]], card = finding[CARD] < 0 ? null : data.cards[finding[CARD]], source = data.sources[finding[SOURCE]];
    const aside = $('detail');
    aside.setAttribute('aria-label', rule.title[lang]);
    const parts = [
      el('button', { type: 'button', class: 'close', onclick: closeDetail }, t('close')),
      el('span', { class: 'severity ' + SEVERITIES[finding[SEVERITY]] }, severityLabel(finding[SEVERITY]) + (finding[CERTAIN] ? '' : ' · ' + t('possible'))),
      el('h2', {}, rule.title[lang]), el('p', { class: 'message' }, s(finding[MESSAGE + lang])),
      facts([[t('expected'), s(finding[EXPECTED + lang])], [t('col-value'), s(finding[VALUE])], [t('column'), s(finding[TITLE])],
        [t('col-place'), el('span', {}, el('a', { href: source.href }, source.path), [s(finding[SHEET]), finding[CELL] || finding[ROW] || ''].filter(Boolean).map(p => ' · ' + p).join(''))]])];
    const [status, firstSeen, ruling] = finding[REVIEW], correction = finding[REVIEW][CORRECTION], lapsed = finding[REVIEW][LAPSED + lang];
    if (correction !== null) parts.push(el('h3', {}, t('correction')), facts([[t(finding[REVIEW][SURE] ? 'certain' : 'proposed'), correction]]));
    if (data.compared) {
      parts.push(el('h3', {}, t('review')), facts([[t('col-review'), data.statuses[status][lang]], [t('first-seen'), firstSeen],
        [t('decision'), decisionOf(ruling)], [t('reason'), ruling[REASON]], [t('reviewer'), ruling[REVIEWER]], [t('until'), ruling[UNTIL]]]));
      if (lapsed !== null) parts.push(el('p', { class: 'lapsed' }, lapsed));
    }
    if (card) {
      parts.push(el('h3', {}, t('record')), facts([[t('col-person'), s(card[NAME])], [t('award'), awardName(card)], [t('col-date'), card[DATE]]]));
      if (card[RAW].length) parts.push(el('h3', {}, t('row-as-typed')), sideBySide(finding, card));
    }
    if (finding[RELATED].length) {
      parts.push(el('h3', {}, t('related')), el('ul', {}, ...finding[RELATED].map(([text, , file]) =>
        el('li', {}, file < 0 ? text : el('a', { href: data.sources[file].href }, text)))));
    }
    if (rule.basis.length) parts.push(el('h3', {}, t('law')), ...rule.basis.map(id => el('blockquote', {}, data.bases[id] ? data.bases[id][lang] : id)));
    parts.push(el('h3', {}, t('about-rule')), el('p', {}, rule.explanation[lang]));
    if (rule.advice) parts.push(el('p', {}, rule.advice[lang]));
    parts.push(el('p', { class: 'note' }, rule.id + ' · ' + finding[FINGERPRINT]));
    aside.replaceChildren(...parts);
    aside.scrollTop = 0;
  }

  // persons
  let personLines = [];
  let allPersons = null;
  function gatherPersons() {
    const persons = new Map();
    data.cards.forEach((card, i) => {
      const key = card[PERSON] || 'record ' + i;
      if (!persons.has(key)) persons.set(key, { name: s(card[NAME]), cards: [], count: 0 });
      persons.get(key).cards.push({ card, findings: [] });
      card.entry = persons.get(key).cards[persons.get(key).cards.length - 1];
      card.owner = persons.get(key);
    });
    findings.forEach(finding => {
      if (finding[CARD] >= 0) {
        const card = data.cards[finding[CARD]];
        card.entry.findings.push(finding);
        card.owner.count++;
      }
    });
    allPersons = [...persons.values()];
    allPersons.forEach(person => person.cards.sort((a, b) => (a.card[DATE] || '').localeCompare(b.card[DATE] || '')));
    allPersons.sort((a, b) => b.cards.length - a.cards.length || b.count - a.count);
  }
  function layPersons() {
    if (!allPersons) gatherPersons();
    const word = $('person-search').value.toLowerCase().replaceAll('ё', 'е').trim();
    const list = word ? allPersons.filter(person => person.name.toLowerCase().replaceAll('ё', 'е').includes(word)) : allPersons;
    personLines = [];
    for (const person of list) {
      personLines.push({ person });
      for (const entry of person.cards) {
        personLines.push({ entry });
        for (const finding of entry.findings) personLines.push({ finding });
      }
    }
    $('person-count').textContent = t('person-count', n(list.length));
    $('person-scroller').scrollTop = 0;
  }
  function renderPersons() {
    if (tab !== 'persons') return;
    if (!allPersons) layPersons();
    const scroller = $('person-scroller');
    const first = Math.max(0, Math.floor(scroller.scrollTop / PERSON_HEIGHT) - 10);
    const last = Math.min(personLines.length, first + Math.ceil(scroller.clientHeight / PERSON_HEIGHT) + 25);
    const gap = count => {
      const item = el('li', { class: 'spacer', 'aria-hidden': 'true' });
      item.style.height = count * PERSON_HEIGHT + 'px';
      return item;
    };
    const items = first > 0 ? [gap(first)] : [];
    for (let i = first; i < last; i++) items.push(personLine(personLines[i]));
    if (last < personLines.length) items.push(gap(personLines.length - last));
    $('person-rows').replaceChildren(...items);
  }
  function personLine(line) {
    if (line.person) {
      return el('li', { class: 'person' }, el('span', {}, line.person.name || '—'),
        el('span', { class: 'soft' }, t('person-line', n(line.person.cards.length), n(line.person.count))));
    }
    if (line.entry) {
      const card = line.entry.card;
      return el('li', { class: 'conferral' }, el('span', {}, awardName(card)), el('span', {}, card[DATE] || ''), el('span', { class: 'soft' }, card[PLACE]));
    }
    const finding = line.finding;
    return el('li', { class: 'finding' }, el('span', { class: 'severity ' + SEVERITIES[finding[SEVERITY]] }, SIGNS[finding[SEVERITY]]),
      el('button', { type: 'button', onclick: () => { filterBy({}); goTo(finding[NUMBER]); open(finding[NUMBER]); } }, s(finding[MESSAGE + lang])));
  }
  let personFrame = 0;
  $('person-scroller').addEventListener('scroll', () => {
    if (!personFrame) personFrame = requestAnimationFrame(() => { personFrame = 0; renderPersons(); });
  });
  $('person-filters').addEventListener('submit', event => event.preventDefault());
  $('person-search').addEventListener('input', () => { layPersons(); renderPersons(); });

  // rules and files
  function renderRules() {
    $('rules').replaceChildren(table([t('col-severity'), t('col-rule'), t('checked'), t('found'), t('undecided'), t('not-run'), t('about-rule'), t('law')],
      data.rules.map(rule => [
        el('span', { class: 'severity ' + SEVERITIES[rule.severity] }, severityLabel(rule.severity)),
        el('span', {}, rule.title[lang], el('br'), el('span', { class: 'soft' }, rule.id)), n(rule.checked), n(sum(rule.counts)), n(rule.undecided),
        rule.notRun ? rule.notRun[lang] : '', rule.explanation[lang],
        el('span', {}, ...rule.basis.flatMap(id => [data.bases[id] ? data.bases[id][lang] : id, el('br')]))]), [2, 3, 4]));
  }
  function renderGone() {
    if (!data.compared) return;
    const rules = new Map(data.rules.map(rule => [rule.id, rule.title[lang]]));
    $('gone').replaceChildren(data.gone > data.goneList.length ? el('p', { class: 'note' }, t('gone-omitted', n(data.goneList.length), n(data.gone))) : '',
      data.goneList.length === 0 ? el('p', { class: 'note' }, t('gone-none')) :
      table([t('col-severity'), t('col-review'), t('resolved-on'), t('col-rule'), t('col-message'), t('col-value'), t('col-person'), t('col-place'), t('decision')],
        data.goneList.map(gone => [el('span', { class: 'severity ' + SEVERITIES[gone[GONE_SEVERITY]] }, severityLabel(gone[GONE_SEVERITY])),
          data.statuses[gone[GONE_STATUS]][lang], gone[GONE_ON] || '', rules.get(gone[GONE_RULE]) || gone[GONE_RULE], gone[GONE_MESSAGE], gone[GONE_VALUE],
          gone[GONE_PERSON], gone[GONE_PLACE], [decisionOf(gone[GONE_DECISION]), gone[GONE_DECISION][REASON], gone[GONE_DECISION][REVIEWER]].filter(Boolean).join('; ')])));
  }
  function renderFiles() {
    $('files').replaceChildren(table([t('file'), t('state'), t('format'), t('rows-read'), t('rows-with-records'), t('found'), 'SHA-256'],
      data.sources.map(source => [el('a', { href: source.href }, source.path), source.state[lang], source.format || '', n(source.read), n(source.records),
        n(sum(source.counts)), el('span', { class: 'soft' }, source.sha256)]), [3, 4, 5]));
  }

  // language, colours, paper
  let dark = matchMedia('(prefers-color-scheme: dark)').matches;
  function renderAll() {
    document.documentElement.lang = lang ? 'en' : 'ru';
    document.documentElement.classList.toggle('dark', dark);
    numbers = new Intl.NumberFormat(lang ? 'en-GB' : 'ru-RU');
    $('grid').classList.toggle('compared', data.compared);
    document.title = t('title') + ' · ' + data.run.id;
    document.querySelectorAll('[data-text]').forEach(each => { each.textContent = t(each.dataset.text); });
    $('subtitle').textContent = 'Ukaz ' + data.run.version + ' · ' + time(data.run.started) + ' · ' + data.run.arguments.join(', ');
    $('language').textContent = lang ? 'Русский' : 'English';
    $('language').lang = lang ? 'ru' : 'en';
    $('theme').textContent = t(dark ? 'light' : 'dark');
    $('tabs').setAttribute('aria-label', t('title'));
    $('person-search').placeholder = t('person-search');
    $('person-search').setAttribute('aria-label', t('person-search'));
    $('person-scroller').setAttribute('aria-label', t('tab-persons'));
    haystack = null;
    renderTabs();
    renderOverview();
    renderFilters();
    renderRules();
    renderFiles();
    renderGone();
    apply();
    if (allPersons) layPersons();
    show(tab);
  }
  $('language').addEventListener('click', () => { lang = 1 - lang; renderAll(); });
  $('theme').addEventListener('click', () => { dark = !dark; renderAll(); });
  $('print').addEventListener('click', () => print());
  addEventListener('beforeprint', () => {
    printing = true;
    $('omitted').hidden = shown.length <= PRINTED && data.found <= findings.length;
    if (shown.length > PRINTED) $('omitted').textContent = t('printed', n(PRINTED), n(shown.length));
    renderRows();
  });
  addEventListener('afterprint', () => { printing = false; renderFilters(); renderRows(); });
  // #findings opens a tab, #7d1c… the finding with that fingerprint
  function followAddress() {
    const address = decodeURIComponent(location.hash.slice(1));
    if (TABS.includes(address)) show(address);
    else if (address) {
      const at = findings.findIndex(finding => finding[FINGERPRINT] === address);
      if (at >= 0) {
        filterBy({});
        goTo(at);
        open(at);
      }
    }
  }
  addEventListener('hashchange', followAddress);
  renderAll();
  followAddress();
})();

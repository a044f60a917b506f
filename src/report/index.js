'use strict';
// the headings of a table sort its rows: up, down, and as they were written
for (const table of document.querySelectorAll('table[data-sortable]')) {
  const words = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const rows = [...table.tBodies[0].rows];
  const headings = [...table.tHead.rows[0].cells];
  headings.forEach((heading, column) => {
    const isFigure = heading.className === 'figure';
    // the words before the first number, the number, and the words behind it
    const value = (row) => {
      const text = row.cells[column].textContent.replace(/(\d)[\u00a0\u202f ](?=\d{3})/g, '$1').replace(/(\d),(?=\d)/g, '$1.');
      const [, before, number, behind] = /^(\D*)([\d.]*)(.*)$/s.exec(text);
      return { before: isFigure ? '' : before, number: parseFloat(number || 0), behind, known: (isFigure ? number : text) !== '' };
    };
    const compare = (one, other) =>
      words.compare(one.before, other.before) || one.number - other.number || words.compare(one.behind, other.behind);
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener('click', () => {
      const next = { ascending: 'descending', descending: null }[heading.ariaSort];
      const order = next === undefined ? 'ascending' : next;
      headings.forEach((other) => other.removeAttribute('aria-sort'));
      if (order) heading.setAttribute('aria-sort', order);
      const sign = order === 'descending' ? -1 : 1;
      const values = new Map(rows.map((row) => [row, value(row)]));
      // what is unknown stands last either way
      const sorted = rows.toSorted((row, beside) => {
        const [one, other] = [values.get(row), values.get(beside)];
        return other.known - one.known || sign * compare(one, other);
      });
      table.tBodies[0].append(...(order ? sorted : rows));
    });
  });
}

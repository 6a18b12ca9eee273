(function () {
  'use strict';
  const form = document.getElementById('find');
  const words = document.getElementById('find-words');
  const theme = document.getElementById('find-theme');
  const strength = document.getElementById('find-strength');
  const found = document.getElementById('found');
  const requirements = Array.from(document.querySelectorAll('.requirement'), function (element) {
    return { element: element, text: element.textContent.toLowerCase() };
  });
  const chosen = function (select) { return select.selectedIndex > 0 ? select.value : ''; };
  const filter = function () {
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    const ofTheme = chosen(theme), ofStrength = chosen(strength);
    let shown = 0;
    requirements.forEach(function (each) {
      const data = each.element.dataset;
      const fits = (!ofTheme || data.theme === ofTheme) && (!ofStrength || data.strength === ofStrength) &&
        wanted.every(function (word) { return each.text.includes(word); });
      each.element.hidden = !fits;
      if (fits) shown += 1;
    });
    document.querySelectorAll('.theme').forEach(function (section) {
      section.hidden = !section.querySelector('.requirement:not([hidden])');
    });
    const all = shown === requirements.length;
    found.textContent = all ? '' : shown + ' of ' + requirements.length + ' requirements';
  };
  /* A link to a requirement that the filter hides shows all again. */
  const reveal = function () {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !target.closest('[hidden]')) return;
    form.reset();
    filter();
    target.scrollIntoView();
  };
  form.hidden = false;
  form.addEventListener('input', filter);
  form.addEventListener('submit', function (event) { event.preventDefault(); });
  window.addEventListener('hashchange', reveal);
  window.addEventListener('pageshow', function () { filter(); reveal(); });
})();

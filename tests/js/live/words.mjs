// The words as the page would have them in English: Django's catalogue functions, without a catalogue.

globalThis.gettext = (words) => words;
globalThis.ngettext = (one, many, count) => (count === 1 ? one : many);
globalThis.interpolate = (words, gaps, named) =>
  named ? words.replace(/%\((\w+)\)s/g, (_, name) => String(gaps[name])) : words;

globalThis.document ??= { documentElement: { lang: "vi" } };

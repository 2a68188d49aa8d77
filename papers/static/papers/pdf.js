// PDF.js as this house uses it: viewer component, own ranges, own search, no editors, no scripts.
//
//   const book = await openBook({ container, url, alive });   // alive: AbortSignal
//   book.viewer  book.document  book.bus  book.close()

const VENDOR = new URL("./vendor/pdfjs-6.5.438/", import.meta.url).href;
const FIRST = 256 * 1024;
const PIECE = 1024 * 1024;
const RETRIES = [500, 1500, 4000, 8000];
const READ_ONLY = -1;
const SHOW_MARKS_OF_THE_FILE = 1;

let loading = null;

// The library sets a global that the viewer's module reads: first the one, then the other.
function library() {
  loading ??= (async () => {
    const pdfjs = await import(`${VENDOR}build/pdf.min.mjs`);
    pdfjs.GlobalWorkerOptions.workerSrc = `${VENDOR}build/pdf.worker.min.mjs`;
    return { pdfjs, parts: await import(`${VENDOR}web/pdf_viewer.mjs`) };
  })();
  return loading;
}

export async function openBook({ container, url, alive }) {
  const [{ pdfjs, parts }, first] = await Promise.all([library(), piece(url, 0, FIRST, alive)]);
  const task = pdfjs.getDocument({
    range: ranges(pdfjs, url, first, alive),
    rangeChunkSize: FIRST,
    disableAutoFetch: true,
    disableStream: true,
    enableXfa: false,
    isEvalSupported: false,
    cMapUrl: `${VENDOR}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${VENDOR}standard_fonts/`,
    wasmUrl: `${VENDOR}wasm/`,
    iccUrl: `${VENDOR}iccs/`,
    verbosity: 0,
  });
  alive.addEventListener("abort", () => task.destroy());
  const pdf = await task.promise;
  return { document: pdf, close: () => task.destroy(), ...show(parts, container, pdf, alive) };
}

function show(parts, container, pdf, alive) {
  const bus = new parts.EventBus();
  const links = new parts.PDFLinkService({ eventBus: bus, externalLinkTarget: 2 });
  links.externalLinkEnabled = false;
  const find = new (foldingFind(parts.PDFFindController))({ eventBus: bus, linkService: links });
  const viewer = new parts.PDFViewer({
    container,
    eventBus: bus,
    linkService: links,
    findController: find,
    annotationMode: SHOW_MARKS_OF_THE_FILE,
    annotationEditorMode: READ_ONLY,
    enableAutoLinking: false,
    enableSelectionRendering: false,
    supportsPinchToZoom: false,
    l10n: silent,
    abortSignal: alive,
  });
  links.setViewer(viewer);
  links.setDocument(pdf);
  viewer.setDocument(pdf);
  return { viewer, bus };
}

// Pages are named by the reader itself, in the person's language.
const silent = {
  getLanguage: () => document.documentElement.lang,
  getDirection: () => "ltr",
  get: async (ids, args, fallback) => fallback ?? "",
  translate: async () => {},
  translateOnce: async () => {},
  pause() {},
  resume() {},
  destroy: async () => {},
};

// Ranges of at most 1 MiB, asked again when the network stumbles.
function ranges(pdfjs, url, first, alive) {
  const transport = new pdfjs.PDFDataRangeTransport(first.total, first.bytes);
  transport.requestDataRange = async (begin, end) => {
    try {
      transport.onDataRange(begin, await stretch(url, begin, end, alive));
    } catch (problem) {
      if (!alive.aborted) document.dispatchEvent(new CustomEvent("paper:lost", { detail: problem }));
    }
  };
  return transport;
}

async function stretch(url, begin, end, alive) {
  const whole = new Uint8Array(end - begin);
  for (let at = begin; at < end; ) {
    const { bytes } = await piece(url, at, Math.min(at + PIECE, end), alive);
    whole.set(bytes, at - begin);
    at += bytes.length;
  }
  return whole;
}

async function piece(url, begin, end, alive, tries = 0) {
  try {
    return await read(url, begin, end, alive);
  } catch (problem) {
    if (alive.aborted || problem.status < 500 || tries >= RETRIES.length) throw problem;
    await new Promise((resolve) => setTimeout(resolve, RETRIES[tries]));
    return piece(url, begin, end, alive, tries + 1);
  }
}

async function read(url, begin, end, alive) {
  const headers = { Range: `bytes=${begin}-${end - 1}` };
  const answer = await fetch(url, { headers, signal: alive, redirect: "error" });
  if (answer.status !== 206) throw Object.assign(new Error(answer.statusText), { status: answer.status });
  const total = Number(answer.headers.get("Content-Range").split("/")[1]);
  return { bytes: new Uint8Array(await answer.arrayBuffer()), total };
}

// Search without diacritics finds words with them, đ among them; with diacritics it is exact.
function foldingFind(Find) {
  return class extends Find {
    match(query, text) {
      const words = foldedPattern(Array.isArray(query) ? query.join(" ") : query);
      if (!words) return [];
      return [...text.matchAll(words)].map((found) => ({ index: found.index, length: found[0].length }));
    }
  };
}

export function foldedPattern(query) {
  const letters = [...query.trim().normalize("NFD")];
  if (letters.length === 0) return null;
  const exact = letters.some((letter) => /\p{M}|[đĐ]/u.test(letter));
  const source = letters.map((letter) => pattern(letter, exact)).join("");
  return new RegExp(source, "giu");
}

function pattern(letter, exact) {
  if (/\s/u.test(letter)) return "\\s+";
  const plain = letter.replace(/[\\^$.*+?()[\]{}|/-]/gu, "\\$&");
  if (exact) return plain;
  return (/[dD]/.test(letter) ? "[dđ]" : plain) + "\\p{M}*";
}

// What the page says about its connection, as {kind, text, detail}; kind is live, catching or lost.

const LATE = 3000;

export function linkWords(link, words) {
  const { gettext } = words;
  if (link.gone === 4501) {
    return { kind: "lost", text: gettext("You are signed out"), detail: "" };
  }
  if (link.gone === 4509) {
    return { kind: "lost", text: gettext("Open in too many windows"), detail: "" };
  }
  if (link.gone !== null) {
    return { kind: "lost", text: gettext("You no longer have access"), detail: "" };
  }
  return link.live ? alive(link, words) : lost(link, words);
}

function alive(link, { gettext, interpolate, locale }) {
  if (link.lag === null) {
    return { kind: "live", text: gettext("live"), detail: "" };
  }
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  const seconds = (Math.max(100, link.lag) / 1000).toLocaleString(locale, digits);
  const detail = interpolate(gettext("%(seconds)s s"), { seconds }, true);
  if (link.lag > LATE) {
    return { kind: "catching", text: gettext("catching up"), detail };
  }
  return { kind: "live", text: gettext("live"), detail };
}

// A short gap is only catching up; a long one says since when.
function lost(link, { gettext, interpolate, locale, now }) {
  if (now - link.since < LATE) {
    return { kind: "catching", text: gettext("catching up"), detail: "" };
  }
  const clock = { hour: "2-digit", minute: "2-digit", timeZone: "Asia/Ho_Chi_Minh" };
  const since = new Date(link.since).toLocaleTimeString(locale, clock);
  const text = interpolate(gettext("connection lost since %(since)s"), { since }, true);
  return { kind: "lost", text, detail: "" };
}

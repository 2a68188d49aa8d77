// <meeting-room data-url="/ws/meetings/7/" data-face="member"> … </meeting-room>
//
// Holds the page's one connection and tells the page by DOM events that bubble up to document:
//   room:state  {state, number, now}     room:you  you     room:mine  {name, data}
//   room:link   {live, since, lag, gone, pending}          (see room.js)
//
// Modules of other apps import nothing; they use the element itself:
//   const room = document.querySelector("meeting-room");
//   document.addEventListener("room:state", (event) => draw(event.detail.state));
//   if (room.state) draw(room.state);              // heard before this module was loaded
//   room.state  room.you  room.number  room.link  room.now()
//   await room.command("speech.request", {})       // → receipt, or throws {status, code, message}
//   const stop = room.follow({ state(state, number) {}, you(you) {}, mine({name, data}) {},
//                              link(link) {} });   // what is known now at once, then each change
// (`await customElements.whenDefined("meeting-room")` first, when the module may load earlier.)

import { Room } from "./room.js";

const TYPES = ["state", "you", "mine", "link"];

// The room an element belongs to: the one around it, or the page's only one.
export function findRoom(element) {
  return element?.closest?.("meeting-room") ?? document.querySelector("meeting-room");
}

function cookie(name) {
  const found = document.cookie.split("; ").find((pair) => pair.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : "";
}

function browser() {
  return {
    origin: `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}`,
    openSocket: (url) => new WebSocket(url),
    fetch: (url, options) => fetch(url, options),
    now: () => Date.now(),
    later: (then, wait) => setTimeout(then, wait),
    cancel: (timer) => clearTimeout(timer),
    random: () => Math.random(),
    makeId,
    csrf: () => cookie("csrftoken"),
  };
}

// crypto.randomUUID is missing on plain http pages of the local network.
function makeId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

export class MeetingRoom extends HTMLElement {
  connectedCallback() {
    this.room ??= this.build();
    this.hurry = () => document.visibilityState === "visible" && this.room.hurry();
    this.rest = () => this.room.stop();
    document.addEventListener("visibilitychange", this.hurry);
    window.addEventListener("online", this.hurry);
    window.addEventListener("pagehide", this.rest);
    window.addEventListener("pageshow", (this.wake = (event) => event.persisted && this.room.start()));
    this.room.start();
  }

  disconnectedCallback() {
    document.removeEventListener("visibilitychange", this.hurry);
    window.removeEventListener("online", this.hurry);
    window.removeEventListener("pagehide", this.rest);
    window.removeEventListener("pageshow", this.wake);
    this.room.stop();
  }

  build() {
    const room = new Room({ path: this.dataset.url, face: this.dataset.face, ...browser() });
    for (const type of TYPES) {
      room.addEventListener(type, ({ detail }) => {
        this.dispatchEvent(new CustomEvent(`room:${type}`, { detail, bubbles: true }));
      });
    }
    return room;
  }

  get state() {
    return this.room?.state ?? null;
  }

  get you() {
    return this.room?.you ?? null;
  }

  get number() {
    return this.room?.number ?? 0;
  }

  get link() {
    return this.room?.link ?? null;
  }

  now() {
    return this.room?.now() ?? Date.now();
  }

  command(name, data = {}) {
    return this.room.command(name, data);
  }

  // Ask for the whole of `you` again; what the room's events change comes by itself.
  refresh() {
    this.room.refresh();
  }

  follow({ state, you, mine, link }) {
    const heard = {
      "room:state": state && (({ detail }) => state(detail.state, detail.number)),
      "room:you": you && (({ detail }) => you(detail)),
      "room:mine": mine && (({ detail }) => mine(detail)),
      "room:link": link && (({ detail }) => link(detail)),
    };
    const used = Object.entries(heard).filter(([, listener]) => listener);
    used.forEach(([type, listener]) => this.addEventListener(type, listener));
    if (this.state) {
      state?.(this.state, this.number);
      you?.(this.you);
    }
    if (this.link) {
      link?.(this.link);
    }
    return () => used.forEach(([type, listener]) => this.removeEventListener(type, listener));
  }
}

customElements.define("meeting-room", MeetingRoom);

// What depends on the time, by the reader's clock: a site that nobody built anew claims neither to be in date nor to be green.
const days = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
const rule = /([A-Z][a-z])(?:-([A-Z][a-z]))?\s+(\d\d):(\d\d)-(\d\d):(\d\d)/g;

// The minutes since the beginning of Monday, by the clock of a time zone.
const timeIn = (timeZone, now) => {
  const format = new Intl.DateTimeFormat("en", { timeZone, weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const parts = Object.fromEntries(format.formatToParts(now).map(({ type, value }) => [type, value]));
  return (days.indexOf(parts.weekday.slice(0, 2)) * 24 + +parts.hour) * 60 + +parts.minute;
};

const clock = (minutes) => new Date(minutes * 60000).toISOString().slice(11, 16);

// Hours as in OpenStreetMap, with a time zone: Mo-Fr 09:00-17:00 Europe/Dublin. Any others are left as they are.
const showHours = (place, now) => {
  const [hours, zone] = place.dataset.hours.split(/\s+(?=\S+$)/);
  const rules = [...hours.matchAll(rule)].map(([, first, last = first, h1, m1, h2, m2]) => ({
    first: days.indexOf(first), last: days.indexOf(last), from: h1 * 60 + +m1, to: h2 * 60 + +m2,
  }));
  if (!rules[0] || /[^\s;,]/.test(hours.replace(rule, ""))) return;
  const time = timeIn(zone, now);
  const [day, minute] = [Math.floor(time / 1440), time % 1440];
  const isOpen = rules.some(({ first, last, from, to }) => {
    const isDay = first <= last ? first <= day && day <= last : first <= day || day <= last;
    return isDay && from <= minute && minute < to;
  });
  place.querySelector("[data-open]").hidden = !isOpen;
  place.querySelector("[data-closed]").hidden = isOpen;
  const local = place.querySelector("[data-local]");
  // A week more, so that it is never negative.
  const shift = timeIn(undefined, now) - time + 10080;
  local.hidden = rules[1] || shift === 10080;
  local.textContent = local.dataset.local.replace("{from}", clock(rules[0].from + shift)).replace("{to}", clock(rules[0].to + shift));
};

const tick = () => {
  const now = new Date();
  for (const place of document.querySelectorAll("[data-hours]")) {
    try {
      showHours(place, now);
    } catch {
      // A time zone that the browser does not know: the hours stay as they are written.
    }
  }
  // A review still holds on its last day.
  for (const note of document.querySelectorAll("[data-until]")) note.hidden = note.dataset.until >= now.toISOString().slice(0, 10);
  for (const claim of document.querySelectorAll("[data-hide-after]")) claim.hidden = now > new Date(claim.dataset.hideAfter);
  for (const state of document.querySelectorAll("[data-stale-after]")) {
    if (now <= new Date(state.dataset.staleAfter)) continue;
    state.className = "badge is-stale";
    state.textContent = state.dataset.stale;
    state.closest("[data-state]")?.setAttribute("data-state", "stale");
    delete state.dataset.staleAfter;
  }
};

tick();
setInterval(tick, 60000);
addEventListener("pageshow", tick);

/* Vigie's own behaviour. Pages work without it; it saves steps and saves what was typed. */
(() => {
  "use strict";
  const body = document.body;
  const byId = (id) => document.getElementById(id);
  const fill = (pattern, ...args) => pattern.replace(/\{(\d)(,number,00)?\}/g, (_, i, two) => (two ? String(args[i]).padStart(2, "0") : args[i]));
  const remember = (name, value) => {
    document.cookie = `${name}=${value};path=${body.dataset.root || "/"};max-age=31536000;samesite=lax`;
  };

  const journal = () => {
    const line = byId("journal:text");
    const tab = document.querySelector(".case-header .tabs a[href*='tab=journal']");
    if (line) { line.focus(); } else if (tab) { location.assign(`${tab.href}#write`); }
  };

  /* Keys: nothing happens while somebody types. */
  const typing = (e) => e.target.closest("input, textarea, select, [contenteditable], dialog");
  document.addEventListener("keydown", (e) => {
    if (e.key === "Escape") {
      document.querySelectorAll("details.account[open]").forEach((d) => { d.open = false; });
      if (location.hash === "#rail") { location.hash = "content"; }
    }
    if (e.ctrlKey || e.altKey || e.metaKey || e.defaultPrevented || typing(e)) { return; }
    const act = { "/": () => byId("search")?.focus(), n: () => byId("new")?.click(), j: () => journal(), "?": () => byId("keys-dialog").showModal() }[e.key];
    if (act) { e.preventDefault(); act(); }
  });
  document.addEventListener("click", (e) => {
    document.querySelectorAll("details.account[open]").forEach((d) => { if (!d.contains(e.target)) { d.open = false; } });
  });

  /* Frame: theme, rail, small acts. */
  const acts = {
    fold: (button) => {
      const folded = body.classList.toggle("folded");
      button.setAttribute("aria-pressed", folded);
      remember("vigie.rail", folded ? "folded" : "open");
    },
    keys: () => byId("keys-dialog").showModal(),
    stay: () => touch(),
    discard: (button) => discard(button),
    tick: (button) => button.form.querySelectorAll(`input[name='${button.dataset.of}']`).forEach((box) => { box.checked = true; }),
    now: (button) => {
      const input = button.parentElement.querySelector("input[type=text]");
      const written = new Intl.DateTimeFormat("fr-FR", { timeZone: button.dataset.zone, dateStyle: "short", timeStyle: "short" });
      input.value = written.format(Date.now() + skew).replace(",", "");
      input.dispatchEvent(new Event("input", { bubbles: true }));
      input.focus();
    },
  };
  document.querySelectorAll("button[data-act][hidden]").forEach((button) => { button.hidden = false; });
  document.addEventListener("click", (e) => {
    const theme = e.target.closest("[data-theme-to]");
    if (theme) {
      e.preventDefault();
      document.documentElement.dataset.theme = theme.dataset.themeTo;
      remember("vigie.theme", theme.dataset.themeTo);
      document.querySelectorAll("[data-theme-to]").forEach((b) => b.setAttribute("aria-pressed", b === theme));
    }
    const button = e.target.closest("[data-act]");
    if (button) { acts[button.dataset.act](button); }
    if (e.target.closest("[data-signout]")) { forgetAll(); }
  });

  /* Time: countdowns and the clock, once a minute. */
  const span = (minutes) => {
    const words = body.dataset;
    const [d, h, m] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
    if (minutes < 1) { return words.now; }
    if (d > 0) { return h === 0 || d >= 10 ? fill(words.d, d) : fill(words.dh, d, h); }
    if (h === 0) { return fill(words.m, m); }
    return m === 0 ? fill(words.h, h) : fill(words.hm, h, m);
  };
  const skew = (() => {
    const shown = document.querySelector("time[data-clock]");
    return shown ? Date.parse(shown.dateTime) - Date.now() : 0;
  })();
  const tick = () => {
    const now = Date.now() + skew;
    document.querySelectorAll("time[data-countdown]").forEach((time) => {
      const left = Date.parse(time.dateTime) - now;
      time.textContent = fill(left < 0 ? body.dataset.late : body.dataset.in, span(Math.floor(Math.abs(left) / 60000)));
      const box = time.closest(".deadline");
      box.classList.toggle("late", left < 0);
      if (left < 0) {
        box.classList.remove("soon", "calm");
        box.querySelector(".shape").textContent = "\u26A0\uFE0E";
      }
    });
    document.querySelectorAll("time[data-clock]").forEach((time) => {
      const parts = new Intl.DateTimeFormat("en-GB", { timeZone: time.dataset.clock, hour: "2-digit", minute: "2-digit" }).format(now);
      time.textContent = time.dataset.lang === "fr" ? parts.replace(/^0/, "").replace(":", "\u202Fh\u202F") : parts;
    });
  };
  setInterval(tick, 60000);

  /* A time that is typed is known, until the person says otherwise. */
  document.addEventListener("input", (e) => {
    const known = e.target.matches("[data-moment] input") && e.target.closest("[data-moment]").querySelector("select");
    if (known && e.target.value && known.value === "NOT_KNOWN_YET") { known.value = "KNOWN"; }
  });

  /* The offset of the date that is typed; nothing while there is none, or while the hour is in doubt. */
  const offsetAt = (utc, zone) => {
    const words = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" }).formatToParts(utc);
    const [, sign, h, m] = words.find((p) => p.type === "timeZoneName").value.match(/GMT(?:([+-])(\d{2}):(\d{2}))?/);
    return sign ? Number(`${sign}1`) * (Number(h) * 60 + Number(m)) : 0;
  };
  const offsetOf = (typed, zone) => {
    const plain = typed.trim();
    const [, d, mo, y] = plain.match(/^(\d{1,2})[/.-](\d{1,2})[/.-]([12]\d{3})(?!\d)/) || [];
    const [, iy, imo, id] = plain.match(/^([12]\d{3})-(\d{2})-(\d{2})(?!\d)/) || [];
    const [, hour, minute] = plain.match(/^\S+(?:,? |T)(\d{1,2})(?::| ?h ?)(\d{2})?$/i) || [];
    if ((!y && !iy) || !hour) { return ""; }
    const local = Date.UTC(y || iy, (mo || imo) - 1, d || id, hour, minute || 0);
    const around = [-1440, 1440].map((minutes) => offsetAt(local + minutes * 60000, zone));
    const real = [...new Set(around)].filter((offset) => offsetAt(local - offset * 60000, zone) === offset);
    if (real.length !== 1) { return ""; }
    const size = Math.abs(real[0]);
    const two = (n) => String(n).padStart(2, "0");
    return size ? `UTC${real[0] < 0 ? "\u2212" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}` : "UTC";
  };
  const showOffset = (input) => {
    const told = input.closest(".field.when")?.querySelector("output.offset");
    if (told) { told.textContent = offsetOf(input.value, told.dataset.zone); }
  };
  document.addEventListener("input", (e) => showOffset(e.target));

  /* The tab being read is in sight; a browser that cannot unfold by style does it here. */
  const inSight = () => document.querySelectorAll(".tabs").forEach((strip) => {
    const here = strip.querySelector("[aria-current]");
    if (here) { strip.scrollLeft = here.offsetLeft - strip.offsetLeft - (strip.clientWidth - here.offsetWidth) / 2; }
  });
  inSight();
  window.addEventListener("resize", inSight);
  if (!CSS.supports("selector(::details-content)") && matchMedia("(min-width: 800px)").matches) {
    document.querySelectorAll(".case-now").forEach((now) => { now.open = true; });
  }

  /* The menu of a telephone covers the page: what lies under it is out of reach. */
  const menu = () => {
    const open = location.hash === "#rail" && matchMedia("(max-width: 799px)").matches;
    document.querySelectorAll("body > .page, body > .skip").forEach((part) => { part.inert = open; });
    return open;
  };
  if (byId("rail")) {
    menu();
    window.addEventListener("resize", menu);
    window.addEventListener("hashchange", (e) => {
      const open = menu();
      if (open) { byId("rail").querySelector("a").focus(); }
      else if (e.oldURL.endsWith("#rail")) { document.querySelector(".topbar .menu").focus(); }
    });
  }

  /* What was refused is not left folded away. */
  document.querySelectorAll("details [aria-invalid='true']").forEach((field) => { field.closest("details").open = true; });

  /* Confirmation, then one submit only. What the server refuses anyway for want of an answer is not asked about. */
  let confirmed = null;
  const lacks = (button) => !button.dataset.immediate && button.form
    && ([...button.form.querySelectorAll("[aria-required=true]")].some((field) => field.value === "" && !field.disabled)
      || [...button.form.querySelectorAll("fieldset[data-required=true]")].some((choice) => !choice.querySelector(":checked")));
  const concerns = (button) => {
    const [id, answer] = (button.dataset.confirmWhen || "").split("=");
    return !id || button.form.elements[`${button.form.id}:${id}`]?.value === answer;
  };
  document.addEventListener("click", (e) => {
    const button = e.target.closest("[data-confirm]");
    if (!button || !button.dataset.confirm || button === confirmed || lacks(button) || !concerns(button)) { confirmed = null; return; }
    const chosen = (button.dataset.confirmOf || "").split(" ").filter(Boolean)
      .map((id) => byId(`${button.form.id}:${id}`));
    if (chosen.some((select) => !select.value)) { return; }
    e.preventDefault();
    e.stopImmediatePropagation();
    const dialog = byId("confirm-dialog");
    const yes = dialog.querySelector("[data-yes]");
    const typed = dialog.querySelector(".typed");
    const word = button.dataset.typed || "";
    byId("confirm-text").textContent =
      fill(button.dataset.confirm, ...chosen.map((select) => select.selectedOptions[0].text));
    yes.textContent = button.value || button.textContent.trim();
    typed.hidden = !word;
    const input = typed.querySelector("input");
    const pattern = typed.querySelector("[data-pattern]");
    pattern.textContent = fill(pattern.dataset.pattern, word);
    input.value = "";
    yes.disabled = Boolean(word);
    input.oninput = () => { yes.disabled = input.value.trim() !== word; };
    dialog.returnValue = "no";
    dialog.onclose = () => {
      if (dialog.returnValue === "yes") { confirmed = button; button.click(); }
      button.focus();
    };
    dialog.showModal();
    (word ? input : dialog.querySelector("[value=no]")).focus();
  }, true);
  const sending = new Set();
  document.addEventListener("submit", (e) => {
    const form = e.target;
    if (form.method !== "post") { return; }
    if (sending.has(form)) { e.preventDefault(); return; }
    sending.add(form);
    e.submitter?.setAttribute("aria-busy", "true");
    setTimeout(() => sending.delete(form), 8000);
    if (form.dataset.draft) { sessionStorage.setItem(draftKey(form) + "#sent", "1"); }
  });

  /* Typed-text rescue: sessionStorage only, by person, page and form. */
  const kept = "input:not([type=password], [type=file], [type=hidden], [type=submit], [type=button]), textarea, select";
  const draftKey = (form) => `vigie:${body.dataset.who}:${location.pathname}${location.search}:${form.dataset.draft}`;
  const fields = (form) => [...form.querySelectorAll(kept)].filter((f) => f.name && !f.name.startsWith("jakarta.faces"));
  const save = (form) => {
    const typed = fields(form).map((f) => [f.name, f.value, f.type === "checkbox" || f.type === "radio" ? f.checked : null]);
    sessionStorage.setItem(draftKey(form), JSON.stringify(typed));
  };
  const restore = (form) => {
    const key = draftKey(form);
    const draft = sessionStorage.getItem(key);
    if (!draft || form.querySelector("[data-summary]")) { return; }
    let changed = false;
    JSON.parse(draft).forEach(([name, value, checked]) => {
      const field = fields(form).find((f) => f.name === name && (checked === null || f.value === value));
      if (!field) { return; }
      const before = checked === null ? field.value : field.checked;
      if (checked === null) { field.value = value; } else { field.checked = checked; }
      changed = changed || before !== (checked === null ? field.value : field.checked);
    });
    if (changed) {
      form.prepend(byId("rescue-notice").content.cloneNode(true));
      form.querySelector(".notice").scrollIntoView({ block: "center" });
    }
  };
  const discard = (button) => {
    const form = button.closest("form");
    sessionStorage.removeItem(draftKey(form));
    form.reset();
    button.closest(".notice").remove();
  };
  const forgetAll = () => Object.keys(sessionStorage).filter((k) => k.startsWith("vigie:")).forEach((k) => sessionStorage.removeItem(k));
  const forms = [...document.querySelectorAll("form[data-draft]")].filter((f) => f.dataset.draft);
  /* A form that was sent succeeded when the next page says so, or is another page of the same person. */
  const done = () => document.querySelector(".notice.done");
  Object.keys(sessionStorage).filter((k) => k.endsWith("#sent")).forEach((flag) => {
    const key = flag.slice(0, -5);
    const here = forms.some((form) => draftKey(form) === key);
    sessionStorage.removeItem(flag);
    if (Number(body.dataset.who) && (done() || !here)) { sessionStorage.removeItem(key); }
  });
  forms.forEach(restore);
  document.querySelectorAll(".field.when input[type=text]").forEach(showOffset);
  document.addEventListener("input", (e) => {
    const form = e.target.closest("form[data-draft]");
    if (form && form.dataset.draft) { save(form); }
  });

  /* The session: warn two minutes before it ends. */
  const idle = Number(body.dataset.idle || 0);
  let warning = null;
  const watch = () => {
    clearTimeout(warning);
    if (idle > 180 && Number(body.dataset.who)) {
      warning = setTimeout(() => byId("idle-dialog").showModal(), (idle - 120) * 1000);
    }
  };
  const touch = () => fetch(`${body.dataset.root}/session`, { method: "POST", redirect: "manual" }).then((r) => (r.status === 204 ? watch() : location.reload()));
  watch();

  /* Ajax acts that failed say so; what was typed stays. */
  const jq = window.jQuery;
  if (jq) {
    jq(document).on("pfAjaxComplete", (_, xhr, settings) => {
      watch();
      const source = settings && settings.source && byId(settings.source.id || settings.source);
      const form = source && source.closest && source.closest("form[data-draft]");
      if (form && xhr && xhr.responseText && xhr.responseText.includes("<redirect")) { sessionStorage.setItem(draftKey(form) + "#sent", "1"); }
      else if (form && done()) { sessionStorage.removeItem(draftKey(form)); }
    });
    jq(document).on("pfAjaxError", (_, xhr) => {
      const status = xhr && xhr.status;
      const known = status === 404 || status === 503 || !status ? String(status || 0) : "500";
      const dialog = byId("fault-dialog");
      dialog.querySelectorAll("[data-status]").forEach((p) => { p.hidden = p.dataset.status !== known; });
      dialog.querySelector("code").textContent = (xhr && xhr.getResponseHeader("X-Vigie-Fault")) || "";
      dialog.showModal();
      // PrimeFaces leaves the button of a failed act disabled: give it back.
      document.querySelectorAll(".ui-button.ui-state-loading").forEach((button) => {
        const widget = window.PrimeFaces.getWidgetById(button.id);
        if (widget) { widget.ajaxCount = 0; }
        button.querySelector(".ui-icon-loading")?.remove();
        button.classList.remove("ui-state-loading", "ui-state-disabled");
        button.removeAttribute("aria-disabled");
        button.disabled = false;
      });
    });
  }
  /* A part that is still moving is shown again by itself, while somebody looks and is not about to be signed out. */
  const refresh = async () => {
    const part = document.querySelector("[data-refresh]");
    if (!part) { return; }
    const busy = document.hidden || document.querySelector("dialog[open]");
    try {
      const answer = busy ? null : await fetch(location.href, { redirect: "error" });
      if (answer && !answer.ok) { return; }
      const page = answer && new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page && page.getElementById(part.id);
      if (fresh && fresh.dataset.state !== part.dataset.state) { location.reload(); return; }
      if (fresh) { part.replaceWith(document.adoptNode(fresh)); }
    } catch (signedOutOrNoNetwork) { return; }
    next();
  };
  const next = () => {
    const part = document.querySelector("[data-refresh]");
    if (part) { setTimeout(refresh, Number(part.dataset.refresh) * 1000); }
  };
  next();

  /* A table wider than its box can be scrolled with the keyboard. */
  const reachable = () => document.querySelectorAll(".ui-datatable-tablewrapper").forEach((box) => {
    if (!box.hasAttribute("aria-label") && box.scrollWidth > box.clientWidth) {
      box.tabIndex = 0;
      box.setAttribute("role", "region");
      box.setAttribute("aria-label", box.closest(".card")?.querySelector("h2")?.textContent || document.title);
    }
  });
  reachable();
  window.addEventListener("resize", reachable);

  /* Where reading goes on: at what was refused, at the question that a link names, at what the act just said. */
  const named = () => {
    const target = location.hash.includes(":") && byId(decodeURIComponent(location.hash.slice(1)));
    const field = "input, select, textarea";
    return target && (target.matches(field) ? target : target.querySelector(field) || target);
  };
  const place = location.hash && byId(location.hash.slice(1));
  const first = document.querySelector("[data-summary], [data-focus]") || named();
  if (first) { first.focus(); }
  else { document.querySelector(".notices .notice")?.focus({ preventScroll: Boolean(place) }); }
})();

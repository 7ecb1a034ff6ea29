// What a script adds to a timeline that is whole without it: choices of names, kept in the address so that
// they can be shared, and the year in view marked on the rail.
const form = document.querySelector("form.view");
const timeline = document.querySelector(".tl");

if (form) {
  const entries = [...timeline.querySelectorAll(".ev")];
  const selects = [...form.querySelectorAll("select")];
  const clear = form.querySelector("button");
  const status = form.querySelector("output");
  const named = new Map(entries.map((entry) => [entry, new Set((entry.dataset.f ?? "").split(" "))]));
  const number = new Intl.NumberFormat(document.documentElement.lang);

  const show = () => {
    const chosen = selects.map((select) => select.selectedOptions[0].dataset.n).filter((n) => n !== undefined);
    let shown = 0;
    for (const entry of entries) {
      entry.hidden = !chosen.every((n) => named.get(entry).has(n));
      shown += entry.hidden ? 0 : 1;
    }
    timeline.classList.toggle("picked", chosen.length > 0);
    clear.hidden = chosen.length === 0;
    const counts = { n: number.format(shown), all: number.format(entries.length) };
    status.textContent = chosen.length ? status.dataset.say.replace(/\{(n|all)\}/g, (_, key) => counts[key]) : "";
  };

  const remember = () => {
    const address = new URL(location.href);
    for (const { name, value } of [...selects, ...form.querySelectorAll("input:checked")]) {
      if (value && value !== "key") address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    try {
      history.replaceState(null, "", address);
    } catch {
      // A page straight from a folder has no address to change in some browsers.
    }
  };

  const recall = () => {
    const asked = new URL(location.href).searchParams;
    for (const select of selects) {
      const value = asked.get(select.name) ?? "";
      if ([...select.options].some((option) => option.value === value)) select.value = value;
    }
    const whole = target() ? "all" : "key";
    for (const input of form.querySelectorAll("input")) input.checked = input.value === (asked.get(input.name) ?? whole);
    show();
  };

  const target = () => {
    const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    return timeline.contains(named) ? named : null;
  };

  form.addEventListener("change", () => {
    // What a link had opened gives way to what is chosen now.
    timeline.classList.add("asked");
    remember();
    show();
  });
  form.addEventListener("reset", () => setTimeout(() => (remember(), show())));
  form.addEventListener("submit", (event) => event.preventDefault());
  // A link to what a choice had left out takes the choice back.
  addEventListener("hashchange", () => {
    if (target()?.closest("[hidden]")) form.reset();
    timeline.classList.remove("asked");
  });
  for (const facet of form.querySelectorAll(".facet")) facet.hidden = false;
  recall();
}

const rows = new Map([...document.querySelectorAll('.grid > .rail a')].map((row) => [row.hash.slice(1), row]));
const inView = new Set();
const watcher = new IntersectionObserver(
  (changes) => {
    for (const { target, isIntersecting } of changes) isIntersecting ? inView.add(target.id) : inView.delete(target.id);
    let first = true;
    for (const [id, row] of rows) {
      const current = first && inView.has(id);
      current ? row.setAttribute("aria-current", "true") : row.removeAttribute("aria-current");
      if (current) first = false;
    }
  },
  { rootMargin: "-64px 0px -60% 0px" },
);
for (const section of timeline?.querySelectorAll("section") ?? []) watcher.observe(section);

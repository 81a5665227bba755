// What the tests ask a page, as `probe.NAME()`; installed before any script of the page.
globalThis.probe = (() => {
  let shift = 0, moved = []
  const heard = []

  // A short selector by which a person finds the element.
  function name(element) {
    if (!element || element === document.documentElement) return "html"
    if (element.id) return "#" + element.id
    const own = element.localName + [...element.classList].map(each => "." + each).join("")
    return element.parentElement && element.parentElement !== document.body ? name(element.parentElement).split(" ").slice(-2).join(" ") + " " + own : own
  }

  function isShown(element) {
    return element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  }

  const note = entries => {
    for (const entry of entries) {
      shift += entry.value
      moved.push(...entry.sources.map(source => name(source.node instanceof Element ? source.node : source.node?.parentElement)))
    }
  }
  const shifts = new PerformanceObserver(list => note(list.getEntries()))
  shifts.observe({ type: "layout-shift", buffered: true })

  // What a screen reader is told of changes, however soon it is gone.
  new MutationObserver(records => {
    for (const { target } of records) {
      const text = (target instanceof Element ? target : target.parentElement)?.closest("[role=status], [aria-live]")?.textContent.trim()
      if (text) heard.push(text)
    }
  }).observe(document, { subtree: true, childList: true, characterData: true })

  return {
    name, isShown,
    told: () => heard,
    shift() {
      // What the browser has seen and not told yet.
      note(shifts.takeRecords())
      return shift > 0 ? [`${[...new Set(moved)].join(", ")} (${shift.toFixed(4)})`] : []
    },

    // What makes the page wider than its window: the innermost elements that stand out at an end and do not scroll inside another.
    overflow() {
      const root = document.documentElement
      const by = root.scrollWidth - root.clientWidth
      if (by <= 0) return []
      const out = [...document.body.querySelectorAll("*")].filter(element => {
        const box = element.getBoundingClientRect()
        if (!box.width || !isShown(element)) return false
        for (let outer = element.parentElement; outer && outer !== document.body; outer = outer.parentElement)
          if (getComputedStyle(outer).overflowX !== "visible") return false
        return box.right > root.clientWidth + 0.5 || box.left < -0.5
      })
      const inner = out.filter(element => !out.some(other => other !== element && element.contains(other)))
      return [`${[...new Set(inner.map(name))].slice(0, 4).join(", ") || "html"} (${by} px)`]
    },

    // What says of itself that it needs script.
    needsScript: () => [...document.querySelectorAll("[data-needs-script], button:not([data-works]), [role=tab]")]
      .filter(element => isShown(element) && !element.closest("form[action], dialog")).map(name),

    // What moves for longer than a blink.
    moving: () => document.getAnimations()
      .filter(each => each.effect?.getComputedTiming().duration > 10).map(each => name(each.effect.target)),

    // What would move when its state changes; `display` has no states between.
    transitions: () => [...document.querySelectorAll("*")].filter(element => {
      const style = getComputedStyle(element)
      return [style.transitionDuration, style.animationDuration].some(all => all.split(",").some(each => parseFloat(each) > 0.01))
        && (!["none", "display"].includes(style.transitionProperty) && style.transitionDuration !== "0s" || style.animationName !== "none")
    }).map(name),

    // Whether focus shows on the element that has it: a state before and after, of itself and what it stands in.
    focusStyle(element) {
      return [[element], [element, "::after"], [element.parentElement], [element.querySelector("*") ?? element]].map(each => {
        const style = getComputedStyle(...each)
        const hasOutline = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0
        return [hasOutline && [style.outlineStyle, style.outlineWidth, style.outlineColor], style.boxShadow, style.backgroundColor, style.borderColor,
          style.textDecoration].join("|")
      }).join("||")
    },

    // Whether none of the element that has focus can be seen: out of view, or below something else, such as a header that stays.
    isCovered(element) {
      return ![...element.getClientRects()].some(box => {
        const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)]
        const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)]
        if (left >= right || top >= bottom) return false
        const seen = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
        return element.contains(seen) || seen?.contains(element)
      })
    },
  }
})()

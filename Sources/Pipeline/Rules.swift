package import Diagnostics

extension Rule {
  /// The rules of this module.
  package static let pipeline: [Rule] = [
    .unknownTheme, .themeCircle, .unknownOption, .accentContrast, .missingTranslation, .unknownText,
    .missingLayout, .missingEmbed, .unknownRule, .unmatchedPattern,
    .invalidIgnore, .unusedIgnore, .foreignFile, .outputFailed, .imageUnreadable, .svgScript,
  ]

  package static let unknownTheme = Rule(
    "unknown-theme", .error, "A theme cannot be found.",
    rationale: "Without its theme the site has no layout.",
    remedy: "Name a theme that is installed, or give the path of a theme's folder.",
    bad: "theme: portcio", good: "theme: portico")

  package static let themeCircle = Rule(
    "theme-circle", .error, "A theme extends itself, by way of others perhaps.",
    rationale: "The chain of themes would never end.", remedy: "Remove one of the 'extends'.")

  package static let unknownOption = Rule(
    "unknown-option", .warning, "A theme option is set that the theme does not have.",
    rationale: "It has no effect; most often it is misspelt.",
    remedy: "Use a name that the theme's theme.yaml lists under 'options'.",
    bad: "themeOptions: {foter: …}", good: "themeOptions: {footer: …}")

  package static let accentContrast = Rule(
    "accent-contrast", .warning, "The accent colour of the brand is too close to what it stands on.",
    rationale: "Links in it are hard to read: text needs a contrast of 4.5:1 (WCAG 2.2, 1.4.3).",
    remedy: "Write the shade that the message names, which the site shows in its place, or another colour.",
    bad: "brand: {accent: \"#ffd400\"}", good: "brand: {accent: \"#7a6600\"}")

  package static let missingTranslation = Rule(
    "missing-translation", .warning, "A theme has no text for something in a language of the site.",
    rationale: "Readers get it in English, amid what is written in their language.",
    remedy: "Add the keys and phrases to strings/LANGUAGE.yaml of the theme, or of the folder 'theme' of the content.",
    bad: "strings/de.yaml: {menu: Menü}", good: "strings/de.yaml: {menu: Menü, next: Weiter}")

  package static let unknownText = Rule(
    "unknown-text", .warning, "A text is overridden that nothing shows.",
    rationale: "It has no effect; most often its key is misspelt.",
    remedy: "Use a key or phrase of the theme's strings/en.yaml, or show the text in a template of your own.",
    bad: "theme/strings/en.yaml: {menue: Pages}", good: "theme/strings/en.yaml: {menu: Pages}")

  package static let missingLayout = Rule(
    "missing-layout", .error, "A page asks for a layout that the theme does not have.",
    rationale: "The page could not be shown.",
    remedy: "Correct the 'template' of the page's front matter, or add the layout to the theme.",
    bad: "template: ladning", good: "template: landing")

  package static let missingEmbed = Rule(
    "missing-embed", .error, "A page places a piece that the theme cannot show.",
    rationale: "The page would show the line that asks for the piece, as it is written.",
    remedy: "Add the partial to the theme below partials/embeds/, or let the theme extend one that has it.",
    bad: "a theme of its own without partials/embeds/slo.mustache", good: "theme.yaml: {extends: portico}")

  package static let unknownRule = Rule(
    "unknown-rule", .warning, "A setting or a comment names a rule that does not exist.",
    rationale: "It has no effect; most often it is misspelt.", remedy: "Use an id that 'portico explain' lists.",
    bad: "check: {rules: {broken-lnik: off}}", good: "check: {rules: {broken-link: off}}")

  package static let unmatchedPattern = Rule(
    "unmatched-pattern", .warning, "A pattern of paths in the settings means no file.",
    rationale: "What is set for it has no effect: the folder was renamed, or the pattern is misspelt.",
    remedy: "Correct the pattern, or remove it with what is set for it.",
    bad: "check: {folders: [{path: guides/legcy/**, rules: {broken-link: warning}}]}",
    good: "check: {folders: [{path: guides/legacy/**, rules: {broken-link: warning}}]}")

  package static let invalidIgnore = Rule(
    "invalid-ignore", .warning, "A comment that should leave findings out does not say which, or not why.",
    rationale: "Nobody could tell later whether it may go, so it leaves nothing out.",
    remedy: "Name the rules, and give a reason behind a colon. What keeps a file from being read cannot be ignored.",
    bad: "<!-- portico-ignore broken-link -->", good: "<!-- portico-ignore broken-link: the page comes in June -->")

  package static let unusedIgnore = Rule(
    "unused-ignore", .warning, "A comment leaves out findings that are not there.",
    rationale: "It would hide the next fault at its place, and readers take the old one for still there.",
    remedy: "Remove the comment, or the rule that it no longer needs.",
    bad: "<!-- portico-ignore broken-link: the page comes in June -->\nSee [setup](setup.md), which is there.",
    good: "See [setup](setup.md), which is there.")

  package static let foreignFile = Rule(
    "foreign-file", .error, "A file that Portico did not make stands where it would write.",
    rationale: "Overwriting it could lose work: it is not in the receipt of an earlier build.",
    remedy: "Move the file away, or publish into another folder with --output.")

  package static let outputFailed = Rule(
    "output-failed", .error, "A file of the site could not be written.",
    rationale: "The published site is incomplete until the next build succeeds.",
    remedy: "Look at the reason: a full disk, missing permission, or a file where a folder is needed.")

  package static let imageUnreadable = Rule(
    "image-unreadable", .warning, "An image that a page shows cannot be an image.",
    rationale: """
      Readers would see a broken image. Where the size of an image is not known, the text below it jumps when it has \
      loaded.
      """,
    remedy: "Open the file in an image program and save it again, or restore it from where it came from.")

  package static let svgScript = Rule(
    "svg-script", .warning, "An SVG holds a script, or loads something from another host.",
    rationale: """
      In a page an SVG is only drawn, and such things do nothing. Whoever opens it by its own address runs its scripts \
      with all rights of the portal, and tells the other host that they did.
      """,
    remedy: "Export the drawing without scripts and with its fonts and images embedded, or take them out with svgo.",
    bad: #"<svg xmlns="http://www.w3.org/2000/svg" onload="start()"/>"#,
    good: #"<svg xmlns="http://www.w3.org/2000/svg"/>"#)
}

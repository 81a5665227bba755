package import Diagnostics

extension Rule {
  /// The rules of this module.
  package static let files: [Rule] = [.fileUnreadable, .fileName, .specialFile, .symlinkOutside, .symlinkLoop]

  package static let fileUnreadable = Rule(
    "file-unreadable", .error, "A file or folder of the content cannot be read.",
    rationale: "What cannot be read would be missing from the portal without a word.",
    remedy: "Give the user that builds the permission to read it, or move it out of the content folder.")

  package static let fileName = Rule(
    "file-name", .error, "A file name cannot become an address.",
    rationale:
      "Control characters, line breaks and bytes that are not UTF-8 cannot stand in a URL, a link or a report.",
    remedy: "Rename the file.", bad: "release\\nnotes.md", good: "release-notes.md")

  package static let specialFile = Rule(
    "special-file", .warning, "A pipe, socket or device lies in the content folder.",
    rationale: "Reading one can block for ever; it has no content to publish.",
    remedy: "Move it out of the content folder.")

  package static let symlinkOutside = Rule(
    "symlink-outside", .error, "A symbolic link leads out of the content folder.",
    rationale:
      "Following it would publish files that nobody chose to publish, and a build elsewhere would not find them.",
    remedy: "Copy the file into the content folder, or link to one inside it.",
    bad: "logo.png -> /home/me/logo.png", good: "logo.png -> images/logo.png")

  package static let symlinkLoop = Rule(
    "symlink-loop", .error, "A symbolic link leads to nothing, or to a folder that it lies in.",
    rationale: "Following it would never end, or finds nothing to publish.",
    remedy: "Remove the link, or let it lead to a file.", bad: "guides/all -> ..", good: "guides/all -> ../reference")
}

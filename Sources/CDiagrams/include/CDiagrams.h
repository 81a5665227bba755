/// Two libraries that draw diagrams, opened at run time: Portico builds and runs without either.
#ifndef CDIAGRAMS_H
#define CDIAGRAMS_H

#include <stddef.h>
#include <stdint.h>

/// How a drawing ended.
typedef enum {
  /// `bytes` is an SVG document.
  portico_drawn = 0,
  /// The library refused the source; `bytes` says why, each library in its own way.
  portico_refused = 1,
  /// The library failed over the source; `bytes` may be empty.
  portico_broke = 2,
} portico_status;

/// What drawing gave; the caller frees `bytes` with `free`.
typedef struct {
  portico_status status;
  uint8_t *bytes;
  size_t count;
} portico_drawing;

/// merman: Mermaid diagrams. Any number of threads may draw at once.
typedef struct portico_merman portico_merman;

/// Opens the library and holds its interface against the one that this code was written for.
///
/// `options` is what every drawing shares, as merman's options JSON. Returns NULL, and a reason that is valid until the
/// thread's next call, where the library is missing or another one.
const portico_merman *portico_merman_open(
  const char *path, const uint8_t *options, size_t options_count, const char **reason);

/// Draws; what a refusal says is a `MermanError` as UniFFI writes it.
portico_drawing portico_merman_draw(const portico_merman *library, const uint8_t *source, size_t count);

/// Graphviz: graphs in the language DOT. Any number of threads may draw at once.
typedef struct portico_graphviz portico_graphviz;

/// Opens the library with the plug-ins that lay out and write SVG, and no others.
///
/// Returns NULL, and a reason that is valid until the thread's next call, where the library is missing.
const portico_graphviz *portico_graphviz_open(const char **reason);

/// Draws; what a refusal or a failure says is text.
///
/// Graphviz has global state, and it ends the process over some graphs; so each graph is drawn in a process of its own,
/// a fork of this one, with bounds on time and memory.
portico_drawing portico_graphviz_draw(const portico_graphviz *library, const char *source);

#endif

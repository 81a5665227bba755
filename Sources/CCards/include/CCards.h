/// Pango and Cairo, opened at run time: Portico builds and runs without either.
#ifndef CCARDS_H
#define CCARDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct portico_pango portico_pango;

/// Opens the libraries; NULL where one of them is missing or another one.
const portico_pango *portico_pango_open(void);

/// A paragraph of text, in pixels from the upper left corner.
typedef struct {
  /// UTF-8 of `count` bytes.
  const char *text;
  size_t count;
  double x, y;
  int width;
  /// More are cut off with an ellipsis.
  int most_lines;
  int size;
  bool is_bold;
} portico_paragraph;

/// Draws a paragraph into a picture of one byte a pixel, which holds how much of the pixel is covered; any number of threads may
/// draw at once, each into its own picture.
///
/// `stride` is a multiple of four. Returns the height that the text takes; negative if it could not be drawn.
int portico_pango_draw(
  const portico_pango *library, const portico_paragraph *paragraph, uint8_t *pixels, int width, int height, int stride);

#endif

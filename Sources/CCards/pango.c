// The part of the interfaces of Cairo 1 and Pango 1 that is used, declared here so that their headers need not be installed.
// The numbers in the libraries' names say that the interfaces are these.

#include "CCards.h"

#include <dlfcn.h>
#include <stdio.h>

typedef struct surface surface;
typedef struct context context;
typedef struct layout layout;
typedef struct font font;

struct portico_pango {
  surface *(*make_surface)(unsigned char *, int, int, int, int);
  void (*flush_surface)(surface *);
  void (*free_surface)(surface *);
  context *(*make_context)(surface *);
  int (*status)(context *);
  void (*free_context)(context *);
  void (*move_to)(context *, double, double);
  layout *(*make_layout)(context *);
  void (*set_text)(layout *, const char *, int);
  void (*set_font)(layout *, const font *);
  void (*set_width)(layout *, int);
  void (*set_height)(layout *, int);
  void (*set_wrap)(layout *, int);
  void (*set_ellipsis)(layout *, int);
  void (*pixel_size)(layout *, int *, int *);
  void (*show)(context *, layout *);
  font *(*make_font)(const char *);
  void (*free_font)(font *);
  void (*unref)(void *);
};

enum { format_a8 = 2, wrap_word_char = 2, ellipsize_end = 3, pango_scale = 1024 };

/// Finds a function; false where there is none.
static bool find(void *library, const char *name, void *function) {
  void *found = dlsym(library, name);
  *(void **)function = found;
  return found != NULL;
}

static bool load(portico_pango *pango) {
  void *cairo = dlopen("libcairo.so.2", RTLD_NOW | RTLD_LOCAL);
  void *text = dlopen("libpango-1.0.so.0", RTLD_NOW | RTLD_LOCAL);
  void *both = dlopen("libpangocairo-1.0.so.0", RTLD_NOW | RTLD_LOCAL);
  void *objects = dlopen("libgobject-2.0.so.0", RTLD_NOW | RTLD_LOCAL);
  if (!cairo || !text || !both || !objects) return false;
  return find(cairo, "cairo_image_surface_create_for_data", &pango->make_surface)
    && find(cairo, "cairo_surface_flush", &pango->flush_surface)
    && find(cairo, "cairo_surface_destroy", &pango->free_surface) && find(cairo, "cairo_create", &pango->make_context)
    && find(cairo, "cairo_status", &pango->status) && find(cairo, "cairo_destroy", &pango->free_context)
    && find(cairo, "cairo_move_to", &pango->move_to) && find(both, "pango_cairo_create_layout", &pango->make_layout)
    && find(text, "pango_layout_set_text", &pango->set_text)
    && find(text, "pango_layout_set_font_description", &pango->set_font)
    && find(text, "pango_layout_set_width", &pango->set_width)
    && find(text, "pango_layout_set_height", &pango->set_height)
    && find(text, "pango_layout_set_wrap", &pango->set_wrap)
    && find(text, "pango_layout_set_ellipsize", &pango->set_ellipsis)
    && find(text, "pango_layout_get_pixel_size", &pango->pixel_size)
    && find(both, "pango_cairo_show_layout", &pango->show)
    && find(text, "pango_font_description_from_string", &pango->make_font)
    && find(text, "pango_font_description_free", &pango->free_font) && find(objects, "g_object_unref", &pango->unref);
}

const portico_pango *portico_pango_open(void) {
  static portico_pango pango;
  // Opened once and never closed, since these libraries keep what they make in threads.
  return load(&pango) ? &pango : NULL;
}

static int show(const portico_pango *pango, context *target, const portico_paragraph *paragraph) {
  char name[64];
  snprintf(name, sizeof name, "Sans %s%dpx", paragraph->is_bold ? "Bold " : "", paragraph->size);
  font *description = pango->make_font(name);
  layout *lines = pango->make_layout(target);
  pango->set_font(lines, description);
  pango->set_width(lines, paragraph->width * pango_scale);
  pango->set_height(lines, -paragraph->most_lines);
  pango->set_wrap(lines, wrap_word_char);
  pango->set_ellipsis(lines, ellipsize_end);
  pango->set_text(lines, paragraph->text, (int)paragraph->count);
  pango->move_to(target, paragraph->x, paragraph->y);
  pango->show(target, lines);
  int width = 0, height = 0;
  pango->pixel_size(lines, &width, &height);
  pango->unref(lines);
  pango->free_font(description);
  return height;
}

int portico_pango_draw(
  const portico_pango *pango, const portico_paragraph *paragraph, uint8_t *pixels, int width, int height, int stride) {
  surface *picture = pango->make_surface(pixels, format_a8, width, height, stride);
  context *target = pango->make_context(picture);
  int taken = show(pango, target, paragraph);
  pango->flush_surface(picture);
  if (pango->status(target) != 0) taken = -1;
  pango->free_context(target);
  pango->free_surface(picture);
  return taken;
}

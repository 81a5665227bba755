// The C interface that UniFFI 0.30 gives merman 0.9.2. Its layout and the numbers below were read from the Python binding
// of the same release; names are those of the library.

#include "CDiagrams.h"
#include "stack.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  uint64_t capacity;
  uint64_t count;
  uint8_t *bytes;
} rust_buffer;

typedef struct {
  int32_t count;
  const uint8_t *bytes;
} foreign_bytes;

/// `code` is 0 after success, 1 after an error that `error` describes, 2 after a panic.
typedef struct {
  int8_t code;
  rust_buffer error;
} call_status;

struct portico_merman {
  uint64_t engine;
  rust_buffer (*from_bytes)(foreign_bytes, call_status *);
  void (*free_buffer)(rust_buffer, call_status *);
  uint64_t (*new_engine)(rust_buffer, rust_buffer, call_status *);
  uint64_t (*clone_engine)(uint64_t, call_status *);
  rust_buffer (*render_svg)(uint64_t, rust_buffer, rust_buffer, call_status *);
};

static const uint32_t contract_version = 30;

/// The functions that are called, each with the checksum of its signature.
static const struct {
  const char *name;
  uint16_t checksum;
} signatures[] = {
  {"uniffi_merman_uniffi_checksum_constructor_mermanengine_new", 18709},
  {"uniffi_merman_uniffi_checksum_method_mermanengine_render_svg", 41641},
};

// UniFFI writes an optional value as a byte that says whether it is there, and then the value.
static const uint8_t none = 0;

static const char *interface_objection(void *handle) {
  uint32_t (*version)(void);
  *(void **)&version = dlsym(handle, "ffi_merman_uniffi_uniffi_contract_version");
  if (version == NULL) return "it is no library of merman's";
  if (version() != contract_version) return "it has another version of UniFFI's interface";
  for (size_t index = 0; index < sizeof signatures / sizeof *signatures; index++) {
    uint16_t (*checksum)(void);
    *(void **)&checksum = dlsym(handle, signatures[index].name);
    if (checksum == NULL || checksum() != signatures[index].checksum) {
      return "its interface has another checksum: it is not merman 0.9.2";
    }
  }
  return NULL;
}

static const char *find_functions(portico_merman *library, void *handle) {
  *(void **)&library->from_bytes = dlsym(handle, "ffi_merman_uniffi_rustbuffer_from_bytes");
  *(void **)&library->free_buffer = dlsym(handle, "ffi_merman_uniffi_rustbuffer_free");
  *(void **)&library->new_engine = dlsym(handle, "uniffi_merman_uniffi_fn_constructor_mermanengine_new");
  *(void **)&library->clone_engine = dlsym(handle, "uniffi_merman_uniffi_fn_clone_mermanengine");
  *(void **)&library->render_svg = dlsym(handle, "uniffi_merman_uniffi_fn_method_mermanengine_render_svg");
  int complete = library->from_bytes && library->free_buffer && library->new_engine && library->clone_engine
                 && library->render_svg;
  return complete ? NULL : "it lacks functions of merman 0.9.2";
}

static rust_buffer buffer_of(const portico_merman *library, const uint8_t *bytes, size_t count, call_status *status) {
  foreign_bytes foreign = {(int32_t)count, bytes};
  return library->from_bytes(foreign, status);
}

static const char *make_engine(portico_merman *library, const uint8_t *options, size_t count) {
  // `Some(options)`: a byte, the length in network order, the text.
  size_t length = count + 5;
  uint8_t *optional = malloc(length);
  if (optional == NULL) return "there is no memory";
  uint8_t head[5] = {1, (uint8_t)(count >> 24), (uint8_t)(count >> 16), (uint8_t)(count >> 8), (uint8_t)count};
  memcpy(optional, head, sizeof head);
  memcpy(optional + sizeof head, options, count);
  call_status status = {0};
  rust_buffer settings = buffer_of(library, optional, length, &status);
  free(optional);
  rust_buffer services = buffer_of(library, &none, sizeof none, &status);
  if (status.code == 0) library->engine = library->new_engine(settings, services, &status);
  return status.code == 0 ? NULL : "it does not accept its options";
}

const portico_merman *portico_merman_open(
  const char *path, const uint8_t *options, size_t options_count, const char **reason) {
  void *handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  if (handle == NULL) {
    *reason = dlerror();
    return NULL;
  }
  portico_merman *library = calloc(1, sizeof *library);
  *reason = library == NULL ? "there is no memory" : interface_objection(handle);
  if (*reason == NULL) *reason = find_functions(library, handle);
  if (*reason == NULL) *reason = make_engine(library, options, options_count);
  if (*reason == NULL) return library;
  free(library);
  dlclose(handle);
  return NULL;
}

typedef struct {
  const portico_merman *library;
  const uint8_t *source;
  size_t count;
  portico_drawing drawing;
} task;

/// Moves what a buffer of Rust holds into memory of C.
static void take(const portico_merman *library, rust_buffer buffer, portico_status outcome, portico_drawing *drawing) {
  drawing->status = outcome;
  drawing->bytes = malloc(buffer.count + 1);
  if (drawing->bytes != NULL) {
    if (buffer.count > 0) memcpy(drawing->bytes, buffer.bytes, buffer.count);
    drawing->count = buffer.count;
  }
  call_status status = {0};
  library->free_buffer(buffer, &status);
}

static void *draw(void *context) {
  task *job = context;
  const portico_merman *library = job->library;
  call_status status = {0};
  // A method takes the handle and the buffers that it is given.
  uint64_t engine = library->clone_engine(library->engine, &status);
  rust_buffer source = buffer_of(library, job->source, job->count, &status);
  rust_buffer options = buffer_of(library, &none, sizeof none, &status);
  if (status.code != 0) return NULL;
  rust_buffer svg = library->render_svg(engine, source, options, &status);
  switch (status.code) {
  case 0: take(library, svg, portico_drawn, &job->drawing); break;
  case 1: take(library, status.error, portico_refused, &job->drawing); break;
  default: take(library, status.error, portico_broke, &job->drawing); break;
  }
  return NULL;
}

portico_drawing portico_merman_draw(const portico_merman *library, const uint8_t *source, size_t count) {
  task job = {library, source, count, {portico_broke, NULL, 0}};
  if (count <= INT32_MAX) portico_on_deep_stack(draw, &job);
  return job.drawing;
}

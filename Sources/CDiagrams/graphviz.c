// The part of Graphviz 2.42's interface that is used, declared here so that its headers need not be installed. The
// numbers in the libraries' names say that the interface is this one.

#include "CDiagrams.h"
#include "stack.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct graph graph;
typedef struct context context;
typedef struct node node;
typedef struct edge edge;
typedef struct symbol symbol;

/// A plug-in that is handed to Graphviz instead of looked for.
typedef struct {
  const char *name;
  void *address;
} builtin;

enum { of_graph, of_node, of_edge };

struct portico_graphviz {
  builtin builtins[4];
  graph *(*read)(const char *);
  symbol *(*attribute)(graph *, int, const char *, const char *);
  char *(*value)(void *, symbol *);
  int (*node_count)(graph *);
  int (*edge_count)(graph *);
  node *(*first_node)(graph *);
  node *(*next_node)(graph *, node *);
  edge *(*first_edge)(graph *, node *);
  edge *(*next_edge)(graph *, edge *);
  void *(*on_message)(int (*)(char *));
  context *(*make_context)(const builtin *, int);
  int (*lay_out)(context *, graph *, const char *);
  int (*render)(context *, graph *, const char *, char **, unsigned int *);
};

// Bounds that no graph on a page comes near, and within which the layouts take seconds at most.
enum { most_nodes = 1000, most_edges = 3000, most_seconds = 5 };
static const rlim_t most_memory = (rlim_t)1 << 30;

/// Attributes that read files or, as `start` may, the clock.
static const char *const forbidden[] = {
  "image", "imagepath", "shapefile", "fontpath", "_background", "start", "stylesheet",
};

/// Attributes whose numbers cost time and memory of their size, with the largest that is drawn.
static const struct {
  const char *name;
  int kind;
  double most;
} bounded[] = {
  {"peripheries", of_node, 20}, {"sides", of_node, 100},      {"minlen", of_edge, 100},
  {"width", of_node, 100},      {"height", of_node, 100},     {"fontsize", of_node, 200},
  {"fontsize", of_edge, 200},   {"fontsize", of_graph, 200},  {"nodesep", of_graph, 20},
  {"ranksep", of_graph, 20},    {"nslimit", of_graph, 100},   {"nslimit1", of_graph, 100},
  {"mclimit", of_graph, 10},    {"searchsize", of_graph, 100}, {"maxiter", of_graph, 1000},
  {"dim", of_graph, 2},         {"dimen", of_graph, 2},       {"samplepoints", of_node, 100},
};

// MARK: - Opening

static void *beside(const char *folder, const char *name) {
  char path[4096];
  int length = snprintf(path, sizeof path, "%s/graphviz/%s", folder, name);
  return length > 0 && (size_t)length < sizeof path ? dlopen(path, RTLD_NOW | RTLD_LOCAL) : NULL;
}

/// Finds a plug-in in the folder where Graphviz keeps its own.
static int add_builtin(builtin *slot, const char *folder, const char *file, const char *name) {
  void *handle = beside(folder, file);
  slot->name = name;
  slot->address = handle == NULL ? NULL : dlsym(handle, name);
  return slot->address != NULL;
}

static int find_plugins(portico_graphviz *library, void *function) {
  Dl_info place;
  char folder[4096];
  if (dladdr(function, &place) == 0 || place.dli_fname == NULL) return 0;
  int length = snprintf(folder, sizeof folder, "%s", place.dli_fname);
  if (length <= 0 || (size_t)length >= sizeof folder) return 0;
  char *slash = strrchr(folder, '/');
  if (slash == NULL) return 0;
  *slash = 0;
  return add_builtin(&library->builtins[0], folder, "libgvplugin_dot_layout.so.6", "gvplugin_dot_layout_LTX_library")
         && add_builtin(
           &library->builtins[1], folder, "libgvplugin_neato_layout.so.6", "gvplugin_neato_layout_LTX_library")
         && add_builtin(&library->builtins[2], folder, "libgvplugin_core.so.6", "gvplugin_core_LTX_library");
}

static int find_functions(portico_graphviz *library, void *graphs, void *layouts) {
  struct {
    void *slot;
    void *handle;
    const char *name;
  } functions[] = {
    {&library->read, graphs, "agmemread"},
    {&library->attribute, graphs, "agattr"},
    {&library->value, graphs, "agxget"},
    {&library->node_count, graphs, "agnnodes"},
    {&library->edge_count, graphs, "agnedges"},
    {&library->first_node, graphs, "agfstnode"},
    {&library->next_node, graphs, "agnxtnode"},
    {&library->first_edge, graphs, "agfstout"},
    {&library->next_edge, graphs, "agnxtout"},
    {&library->on_message, graphs, "agseterrf"},
    {&library->make_context, layouts, "gvContextPlugins"},
    {&library->lay_out, layouts, "gvLayout"},
    {&library->render, layouts, "gvRenderData"},
  };
  for (size_t index = 0; index < sizeof functions / sizeof *functions; index++) {
    void *address = dlsym(functions[index].handle, functions[index].name);
    if (address == NULL) return 0;
    *(void **)functions[index].slot = address;
  }
  return 1;
}

const portico_graphviz *portico_graphviz_open(const char **reason) {
  void *graphs = dlopen("libcgraph.so.6", RTLD_NOW | RTLD_GLOBAL);
  void *layouts = graphs == NULL ? NULL : dlopen("libgvc.so.6", RTLD_NOW | RTLD_GLOBAL);
  if (layouts == NULL) {
    *reason = dlerror();
    return NULL;
  }
  portico_graphviz *library = calloc(1, sizeof *library);
  if (library != NULL && find_functions(library, graphs, layouts)
      && find_plugins(library, *(void **)&library->make_context)) {
    return library;
  }
  free(library);
  *reason = "Graphviz lacks a function or a plug-in of version 2.42";
  return NULL;
}

// MARK: - In the child

/// What Graphviz said, as far as it has room.
static char message[512];

static int keep_message(char *text) {
  size_t used = strlen(message);
  snprintf(message + used, sizeof message - used, "%s", text);
  return 0;
}

static const char *forbidden_attribute(const portico_graphviz *library, graph *drawn) {
  for (size_t index = 0; index < sizeof forbidden / sizeof *forbidden; index++) {
    for (int kind = of_graph; kind <= of_edge; kind++) {
      if (library->attribute(drawn, kind, forbidden[index], NULL) != NULL) return forbidden[index];
    }
  }
  return NULL;
}

static int exceeds(const portico_graphviz *library, void *object, symbol *attribute, double most) {
  const char *text = library->value(object, attribute);
  // Written so that what is no number is within the bound: Graphviz ignores it.
  return text != NULL && strtod(text, NULL) > most;
}

/// Whether any object of the kind has more of an attribute than is drawn.
static int is_excessive(const portico_graphviz *library, graph *drawn, int kind, symbol *attribute, double most) {
  if (kind == of_graph) return exceeds(library, drawn, attribute, most);
  for (node *n = library->first_node(drawn); n != NULL; n = library->next_node(drawn, n)) {
    if (kind == of_node && exceeds(library, n, attribute, most)) return 1;
    if (kind != of_edge) continue;
    for (edge *e = library->first_edge(drawn, n); e != NULL; e = library->next_edge(drawn, e)) {
      if (exceeds(library, e, attribute, most)) return 1;
    }
  }
  return 0;
}

/// Why the graph is not drawn; empty if it is.
static void find_objection(
  const portico_graphviz *library, graph *drawn, const char *source, char *objection, size_t size) {
  const char *name = forbidden_attribute(library, drawn);
  if (name == NULL && strcasestr(source, "<img") != NULL) name = "src";
  if (name != NULL) {
    snprintf(objection, size, "the attribute '%s' reads files or changes from build to build", name);
    return;
  }
  int nodes = library->node_count(drawn), edges = library->edge_count(drawn);
  if (nodes > most_nodes || edges > most_edges) {
    snprintf(
      objection, size, "%d nodes and %d edges are more than the %d and %d that are drawn", nodes, edges, most_nodes,
      most_edges);
    return;
  }
  for (size_t index = 0; index < sizeof bounded / sizeof *bounded; index++) {
    symbol *attribute = library->attribute(drawn, bounded[index].kind, bounded[index].name, NULL);
    if (attribute == NULL) continue;
    if (!is_excessive(library, drawn, bounded[index].kind, attribute, bounded[index].most)) continue;
    snprintf(objection, size, "the attribute '%s' is above %g", bounded[index].name, bounded[index].most);
    return;
  }
}

/// Sets an attribute for all objects that have none of their own.
static void set_default(const portico_graphviz *library, graph *drawn, int kind, const char *name, const char *value) {
  if (library->attribute(drawn, kind, name, NULL) == NULL) library->attribute(drawn, kind, name, value);
}

static portico_status draw_in_child(
  const portico_graphviz *library, const char *source, const char **bytes, size_t *count) {
  // Before the graph is read: it gives nodes their names as labels.
  context *made = library->make_context(library->builtins, 0);
  library->on_message(keep_message);
  *bytes = message;
  graph *drawn = library->read(source);
  // A graph that ends too early is there all the same, as far as it goes.
  if (drawn != NULL && strstr(message, "Error") == NULL) {
    message[0] = 0;
    find_objection(library, drawn, source, message, sizeof message);
  }
  if (drawn == NULL || message[0] != 0) {
    *count = strlen(message);
    return portico_refused;
  }
  for (int kind = of_graph; kind <= of_edge; kind++) set_default(library, drawn, kind, "fontname", "Arial");
  set_default(library, drawn, of_graph, "bgcolor", "transparent");
  char *svg = NULL;
  unsigned int length = 0;
  if (library->attribute(drawn, of_graph, "layout", NULL) == NULL) {
    library->attribute(drawn, of_graph, "layout", "dot");
  }
  symbol *layout = library->attribute(drawn, of_graph, "layout", NULL);
  int failed = library->lay_out(made, drawn, library->value(drawn, layout)) != 0;
  if (failed || library->render(made, drawn, "svg", &svg, &length) != 0) {
    *count = strlen(message);
    return portico_refused;
  }
  *bytes = svg;
  *count = length;
  return portico_drawn;
}

static void write_all(int end, const void *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(end, bytes, count);
    if (written <= 0) return;
    bytes = (const char *)bytes + written;
    count -= (size_t)written;
  }
}

static void bound_resources(rlim_t memory) {
  struct rlimit time = {most_seconds, most_seconds}, space = {memory, memory}, none = {0, 0};
  setrlimit(RLIMIT_CPU, &time);
  setrlimit(RLIMIT_AS, &space);
  setrlimit(RLIMIT_CORE, &none);
}

static _Noreturn void run_child(const portico_graphviz *library, const char *source, int end, rlim_t memory) {
  // What Graphviz writes past its message function is for nobody.
  int nowhere = open("/dev/null", O_RDWR);
  if (nowhere >= 0) {
    dup2(nowhere, STDOUT_FILENO);
    dup2(nowhere, STDERR_FILENO);
  }
  signal(SIGABRT, SIG_DFL);
  bound_resources(memory);
  const char *bytes = "";
  size_t count = 0;
  char status = (char)draw_in_child(library, source, &bytes, &count);
  write_all(end, &status, 1);
  write_all(end, bytes, count);
  _exit(0);
}

// MARK: - In the parent

/// What this process may take at most once it has drawn: what it has now, and the bound.
static rlim_t memory_bound(void) {
  unsigned long pages = 0;
  FILE *file = fopen("/proc/self/statm", "r");
  if (file == NULL) return RLIM_INFINITY;
  int found = fscanf(file, "%lu", &pages);
  fclose(file);
  return found == 1 ? (rlim_t)pages * (rlim_t)sysconf(_SC_PAGESIZE) + most_memory : RLIM_INFINITY;
}

typedef struct {
  const portico_graphviz *library;
  const char *source;
  portico_drawing drawing;
} task;

static void read_all(int end, portico_drawing *drawing) {
  size_t capacity = 0;
  for (;;) {
    if (drawing->count == capacity) {
      capacity = capacity == 0 ? 1 << 16 : capacity * 2;
      uint8_t *larger = realloc(drawing->bytes, capacity);
      if (larger == NULL) return;
      drawing->bytes = larger;
    }
    ssize_t found = read(end, drawing->bytes + drawing->count, capacity - drawing->count);
    if (found <= 0) return;
    drawing->count += (size_t)found;
  }
}

/// The first byte that the child wrote is how it ended.
static void take_status(portico_drawing *drawing) {
  if (drawing->count == 0) return;
  drawing->status = (portico_status)drawing->bytes[0];
  drawing->count -= 1;
  memmove(drawing->bytes, drawing->bytes + 1, drawing->count);
}

static void say(portico_drawing *drawing, const char *text) {
  free(drawing->bytes);
  drawing->status = portico_broke;
  drawing->bytes = (uint8_t *)strdup(text);
  drawing->count = drawing->bytes == NULL ? 0 : strlen(text);
}

static void *draw(void *given) {
  task *job = given;
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return NULL;
  rlim_t memory = memory_bound();
  pid_t child = fork();
  if (child == 0) {
    close(ends[0]);
    run_child(job->library, job->source, ends[1], memory);
  }
  close(ends[1]);
  if (child > 0) {
    read_all(ends[0], &job->drawing);
    int status = 0;
    while (waitpid(child, &status, 0) < 0) {}
    take_status(&job->drawing);
    if (WIFSIGNALED(status)) {
      int is_slow = WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL;
      say(&job->drawing, is_slow ? "the layout takes more than 5 seconds" : "the layout engine crashed");
    } else if (WEXITSTATUS(status) != 0) {
      say(&job->drawing, "the layout takes too much memory");
    }
  }
  close(ends[0]);
  return NULL;
}

portico_drawing portico_graphviz_draw(const portico_graphviz *library, const char *source) {
  task job = {library, source, {portico_broke, NULL, 0}};
  portico_on_deep_stack(draw, &job);
  return job.drawing;
}

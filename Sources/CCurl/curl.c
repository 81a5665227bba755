#include "CCurl.h"

#include <curl/curl.h>
#include <dlfcn.h>
#include <netinet/in.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

/// The functions of libcurl that are used. The number in the library's name says that they are these.
static struct {
  __typeof__(curl_global_init) *global_init;
  __typeof__(curl_easy_init) *easy_init;
  __typeof__(curl_easy_setopt) *set;
  __typeof__(curl_easy_getinfo) *get;
  __typeof__(curl_easy_strerror) *describe;
  __typeof__(curl_easy_cleanup) *easy_cleanup;
  __typeof__(curl_multi_init) *multi_init;
  __typeof__(curl_multi_add_handle) *add;
  __typeof__(curl_multi_remove_handle) *remove;
  __typeof__(curl_multi_perform) *perform;
  __typeof__(curl_multi_poll) *poll;
  __typeof__(curl_multi_info_read) *read;
  __typeof__(curl_multi_cleanup) *multi_cleanup;
  __typeof__(curl_slist_append) *append;
  __typeof__(curl_slist_free_all) *free_list;
  __typeof__(curl_url) *url;
  __typeof__(curl_url_set) *url_set;
  __typeof__(curl_url_get) *url_get;
  __typeof__(curl_url_cleanup) *url_cleanup;
  __typeof__(curl_free) *free;
} curl;

static const char *failure;

/// A request under way.
typedef struct transfer {
  struct transfer *next;
  portico_curl *client;
  CURL *easy;
  struct curl_slist *headers;
  char message[CURL_ERROR_SIZE];
  char *location;
  uint8_t *body;
  size_t body_count, body_limit;
  size_t id;
  int64_t start;
  bool permits_all, was_refused, has_header;
  /// Whether this side ended it because it had what it wanted.
  bool is_enough;
  uint8_t refused[16];
} transfer;

struct portico_curl {
  portico_curl_options options;
  char *user_agent, *authorities;
  CURLM *multi;
  transfer *transfers;
  /// The one that was told last.
  transfer *told;
};

// MARK: - Opening

static void open_library(void) {
  void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) {
    failure = dlerror();
    return;
  }
  struct {
    void *slot;
    const char *name;
  } functions[] = {
    {&curl.global_init, "curl_global_init"},
    {&curl.easy_init, "curl_easy_init"},
    {&curl.set, "curl_easy_setopt"},
    {&curl.get, "curl_easy_getinfo"},
    {&curl.describe, "curl_easy_strerror"},
    {&curl.easy_cleanup, "curl_easy_cleanup"},
    {&curl.multi_init, "curl_multi_init"},
    {&curl.add, "curl_multi_add_handle"},
    {&curl.remove, "curl_multi_remove_handle"},
    {&curl.perform, "curl_multi_perform"},
    {&curl.poll, "curl_multi_poll"},
    {&curl.read, "curl_multi_info_read"},
    {&curl.multi_cleanup, "curl_multi_cleanup"},
    {&curl.append, "curl_slist_append"},
    {&curl.free_list, "curl_slist_free_all"},
    {&curl.url, "curl_url"},
    {&curl.url_set, "curl_url_set"},
    {&curl.url_get, "curl_url_get"},
    {&curl.url_cleanup, "curl_url_cleanup"},
    {&curl.free, "curl_free"},
  };
  for (size_t index = 0; index < sizeof functions / sizeof *functions; index++) {
    void *function = dlsym(library, functions[index].name);
    if (function == NULL) {
      failure = "it lacks a function of version 7.66";
      return;
    }
    memcpy(functions[index].slot, &function, sizeof function);
  }
  if (curl.global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) failure = "it cannot be set up";
}

static char *copy(const char *text) { return text == NULL ? NULL : strdup(text); }

portico_curl *portico_curl_open(const portico_curl_options *options, const char **reason) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, open_library);
  *reason = failure;
  if (failure != NULL) return NULL;
  portico_curl *client = calloc(1, sizeof *client);
  if (client == NULL) return NULL;
  client->options = *options;
  client->user_agent = copy(options->user_agent);
  client->authorities = copy(options->authorities);
  client->multi = curl.multi_init();
  if (client->multi == NULL) {
    portico_curl_close(client);
    return NULL;
  }
  return client;
}

// MARK: - What libcurl calls

static int64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (int64_t)time.tv_sec * 1000000 + time.tv_nsec / 1000;
}

static bool read_address(const struct sockaddr *address, uint8_t bytes[16]) {
  if (address->sa_family == AF_INET6) {
    memcpy(bytes, &((const struct sockaddr_in6 *)address)->sin6_addr, 16);
    return true;
  }
  if (address->sa_family != AF_INET) return false;
  memset(bytes, 0, 10);
  memset(bytes + 10, 0xFF, 2);
  memcpy(bytes + 12, &((const struct sockaddr_in *)address)->sin_addr, 4);
  return true;
}

/// Between this question and the connection the name is not looked up again.
static curl_socket_t open_socket(void *context, curlsocktype purpose, struct curl_sockaddr *address) {
  (void)purpose;
  transfer *transfer = context;
  const portico_curl_options *options = &transfer->client->options;
  uint8_t bytes[16];
  if (!read_address(&address->addr, bytes)) return CURL_SOCKET_BAD;
  if (!transfer->permits_all && !options->permits(bytes, options->context)) {
    transfer->was_refused = true;
    memcpy(transfer->refused, bytes, sizeof bytes);
    return CURL_SOCKET_BAD;
  }
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

static bool is_blank(char byte) { return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n'; }

/// Makes the value of a `Location` absolute.
static char *resolve(CURL *easy, const char *value, size_t count) {
  while (count > 0 && is_blank(*value)) value++, count--;
  while (count > 0 && is_blank(value[count - 1])) count--;
  char *written = strndup(value, count);
  char *base = NULL, *whole = NULL, *result = NULL;
  CURLU *url = curl.url();
  curl.get(easy, CURLINFO_EFFECTIVE_URL, &base);
  const unsigned lenient = CURLU_NON_SUPPORT_SCHEME | CURLU_URLENCODE;
  if (written != NULL && url != NULL && base != NULL && curl.url_set(url, CURLUPART_URL, base, 0) == CURLUE_OK
      && curl.url_set(url, CURLUPART_URL, written, lenient) == CURLUE_OK
      && curl.url_get(url, CURLUPART_URL, &whole, 0) == CURLUE_OK) {
    result = strdup(whole);
    curl.free(whole);
  }
  if (url != NULL) curl.url_cleanup(url);
  free(written);
  return result;
}

/// Takes a line of the header. Returning another number than `count` ends the transfer.
static size_t take_header(char *line, size_t size, size_t number, void *context) {
  transfer *transfer = context;
  size_t count = size * number;
  static const char location[] = "location:";
  const size_t name = sizeof location - 1;
  if (transfer->location == NULL && count > name && strncasecmp(line, location, name) == 0) {
    transfer->location = resolve(transfer->easy, line + name, count - name);
  }
  bool is_end = count <= 2 && (*line == '\r' || *line == '\n');
  if (!is_end) return count;
  long status = 0;
  curl.get(transfer->easy, CURLINFO_RESPONSE_CODE, &status);
  if (status < 200) return count;
  transfer->has_header = true;
  transfer->is_enough = transfer->body_limit == 0 || status >= 300;
  return transfer->is_enough ? 0 : count;
}

static size_t take_body(char *bytes, size_t size, size_t number, void *context) {
  transfer *transfer = context;
  size_t count = size * number;
  bool fits = count <= transfer->body_limit - transfer->body_count;
  size_t kept = fits ? count : transfer->body_limit - transfer->body_count;
  uint8_t *body = realloc(transfer->body, transfer->body_count + kept + 1);
  if (body == NULL) return 0;
  memcpy(body + transfer->body_count, bytes, kept);
  transfer->body = body;
  transfer->body_count += kept;
  transfer->is_enough = !fits;
  return fits ? count : 0;
}

// MARK: - Requests

static void free_transfer(transfer *transfer) {
  if (transfer == NULL) return;
  if (transfer->easy != NULL) {
    curl.remove(transfer->client->multi, transfer->easy);
    curl.easy_cleanup(transfer->easy);
  }
  curl.free_list(transfer->headers);
  free(transfer->location);
  free(transfer->body);
  free(transfer);
}

static bool add_headers(transfer *transfer, const char *const *lines) {
  for (; *lines != NULL; lines++) {
    struct curl_slist *list = curl.append(transfer->headers, *lines);
    if (list == NULL) return false;
    transfer->headers = list;
  }
  return true;
}

static void set_options(transfer *transfer, const portico_curl_request *request) {
  const portico_curl *client = transfer->client;
  CURL *easy = transfer->easy;
  curl.set(easy, CURLOPT_URL, request->url);
  curl.set(easy, CURLOPT_PROTOCOLS_STR, "http,https");
  if (request->is_head) curl.set(easy, CURLOPT_NOBODY, 1L);
  curl.set(easy, CURLOPT_HTTPHEADER, transfer->headers);
  curl.set(easy, CURLOPT_USERAGENT, client->user_agent);
  // All that the library can decode.
  curl.set(easy, CURLOPT_ACCEPT_ENCODING, "");
  curl.set(easy, CURLOPT_CONNECTTIMEOUT_MS, client->options.connect_timeout);
  curl.set(easy, CURLOPT_TIMEOUT_MS, client->options.whole_timeout);
  if (client->authorities != NULL) {
    curl.set(easy, CURLOPT_CAINFO, client->authorities);
    curl.set(easy, CURLOPT_CAPATH, NULL);
  }
  curl.set(easy, CURLOPT_NOSIGNAL, 1L);
  // A look-up that hangs must not hold up the others.
  curl.set(easy, CURLOPT_QUICK_EXIT, 1L);
  curl.set(easy, CURLOPT_ERRORBUFFER, transfer->message);
  curl.set(easy, CURLOPT_PRIVATE, transfer);
  curl.set(easy, CURLOPT_OPENSOCKETFUNCTION, open_socket);
  curl.set(easy, CURLOPT_OPENSOCKETDATA, transfer);
  curl.set(easy, CURLOPT_HEADERFUNCTION, take_header);
  curl.set(easy, CURLOPT_HEADERDATA, transfer);
  curl.set(easy, CURLOPT_WRITEFUNCTION, take_body);
  curl.set(easy, CURLOPT_WRITEDATA, transfer);
}

bool portico_curl_start(portico_curl *client, const portico_curl_request *request) {
  transfer *transfer = calloc(1, sizeof *transfer);
  if (transfer == NULL) return false;
  transfer->client = client;
  transfer->id = request->id;
  transfer->permits_all = request->permits_all;
  transfer->body_limit = request->body_limit;
  transfer->start = now();
  transfer->easy = curl.easy_init();
  if (transfer->easy == NULL || !add_headers(transfer, request->headers)) {
    free_transfer(transfer);
    return false;
  }
  set_options(transfer, request);
  if (curl.add(client->multi, transfer->easy) != CURLM_OK) {
    free_transfer(transfer);
    return false;
  }
  transfer->next = client->transfers;
  client->transfers = transfer;
  return true;
}

// MARK: - Answers

/// The numbers are those of OpenSSL's `X509_V_ERR_…`.
static portico_result certificate_result(transfer *transfer) {
  long verified = 0;
  curl.get(transfer->easy, CURLINFO_SSL_VERIFYRESULT, &verified);
  switch (verified) {
  // libcurl compares the names first, and has no result of OpenSSL's by then: 0 or 1, by its version.
  case 0: case 1: return portico_certificate_for_other_host;
  case 9: return portico_certificate_not_yet_valid;
  case 10: return portico_certificate_expired;
  case 23: return portico_certificate_revoked;
  case 62: case 64: return portico_certificate_for_other_host;
  case 2: case 18: case 19: case 20: case 21: case 27: return portico_certificate_authority_unknown;
  default: return portico_tls_failed;
  }
}

static portico_result slow_result(transfer *transfer) {
  curl_off_t sent = 0, begun = 0;
  curl.get(transfer->easy, CURLINFO_PRETRANSFER_TIME_T, &sent);
  curl.get(transfer->easy, CURLINFO_STARTTRANSFER_TIME_T, &begun);
  return sent == 0 ? portico_connection_slow : begun == 0 ? portico_answer_slow : portico_transfer_slow;
}

static portico_result result(transfer *transfer, CURLcode code) {
  switch (code) {
  case CURLE_OK: return portico_answered;
  case CURLE_URL_MALFORMAT: return portico_url_malformed;
  case CURLE_COULDNT_RESOLVE_HOST: case CURLE_COULDNT_RESOLVE_PROXY: return portico_name_unknown;
  case CURLE_COULDNT_CONNECT: return transfer->was_refused ? portico_address_refused : portico_connection_failed;
  case CURLE_OPERATION_TIMEDOUT: return slow_result(transfer);
  case CURLE_PEER_FAILED_VERIFICATION: return certificate_result(transfer);
  case CURLE_SSL_CONNECT_ERROR: return portico_tls_failed;
  default: return transfer->is_enough ? portico_answered : portico_broken_off;
  }
}

static void tell(portico_curl *client, transfer *transfer, portico_result result, CURLcode code, portico_curl_answer *answer) {
  struct transfer **link = &client->transfers;
  while (*link != transfer) link = &(*link)->next;
  *link = transfer->next;
  client->told = transfer;

  *answer = (portico_curl_answer){.id = transfer->id, .result = result, .location = transfer->location,
                                  .body = transfer->body, .body_count = transfer->body_count};
  char *type = NULL;
  curl_off_t retry_after = 0;
  if (transfer->has_header) {
    curl.get(transfer->easy, CURLINFO_RESPONSE_CODE, &answer->status);
    curl.get(transfer->easy, CURLINFO_CONTENT_TYPE, &type);
    curl.get(transfer->easy, CURLINFO_RETRY_AFTER, &retry_after);
  }
  answer->content_type = type;
  answer->retry_after = retry_after;
  answer->is_whole = result == portico_answered && !transfer->is_enough;
  memcpy(answer->refused, transfer->refused, sizeof answer->refused);
  answer->message = *transfer->message != 0 ? transfer->message : code == CURLE_OK ? "" : curl.describe(code);
}

/// A request whose answer has not begun in time.
static transfer *find_silent(portico_curl *client) {
  int64_t time = now();
  for (transfer *transfer = client->transfers; transfer != NULL; transfer = transfer->next) {
    curl_off_t sent = 0;
    if (transfer->has_header) continue;
    curl.get(transfer->easy, CURLINFO_PRETRANSFER_TIME_T, &sent);
    if (sent > 0 && time - transfer->start - sent > client->options.first_byte_timeout * 1000) return transfer;
  }
  return NULL;
}

static bool find_ended(portico_curl *client, portico_curl_answer *answer) {
  int left = 0;
  for (CURLMsg *message; (message = curl.read(client->multi, &left)) != NULL;) {
    if (message->msg != CURLMSG_DONE) continue;
    transfer *transfer = NULL;
    CURLcode code = message->data.result;
    curl.get(message->easy_handle, CURLINFO_PRIVATE, (char **)&transfer);
    tell(client, transfer, result(transfer, code), code, answer);
    return true;
  }
  transfer *silent = find_silent(client);
  if (silent == NULL) return false;
  tell(client, silent, portico_answer_slow, CURLE_OK, answer);
  return true;
}

static bool wait(portico_curl *client, int milliseconds, portico_curl_answer *answer) {
  int running = 0;
  if (find_ended(client, answer)) return true;
  curl.perform(client->multi, &running);
  if (find_ended(client, answer)) return true;
  curl.poll(client->multi, NULL, 0, milliseconds, NULL);
  curl.perform(client->multi, &running);
  return find_ended(client, answer);
}

bool portico_curl_wait(portico_curl *client, int milliseconds, portico_curl_answer *answer) {
  free_transfer(client->told);
  client->told = NULL;
  // A server that closes its end must not end the program: without CURLOPT_NOSIGNAL libcurl would change the handling of
  // the signal for all threads; here it is held back on this one.
  sigset_t broken_pipe, mask;
  sigemptyset(&broken_pipe);
  sigaddset(&broken_pipe, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &broken_pipe, &mask);
  bool has_ended = wait(client, milliseconds, answer);
  if (!sigismember(&mask, SIGPIPE)) {
    const struct timespec no_time = {0, 0};
    while (sigtimedwait(&broken_pipe, NULL, &no_time) > 0) {}
    pthread_sigmask(SIG_SETMASK, &mask, NULL);
  }
  return has_ended;
}

void portico_curl_close(portico_curl *client) {
  free_transfer(client->told);
  for (transfer *transfer = client->transfers, *next; transfer != NULL; transfer = next) {
    next = transfer->next;
    free_transfer(transfer);
  }
  if (client->multi != NULL) curl.multi_cleanup(client->multi);
  free(client->user_agent);
  free(client->authorities);
  free(client);
}

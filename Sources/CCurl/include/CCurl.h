/// libcurl, opened at run time: Portico builds a program that starts without it.
///
/// One client fetches many URLs side by side on one thread. It follows no redirects and decides nothing; it tells what
/// came of each request.
#ifndef CCURL_H
#define CCURL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// How a request ended.
typedef enum {
  /// A server answered.
  portico_answered,
  portico_url_malformed,
  portico_name_unknown,
  /// Every address of the host was refused by `permits`.
  portico_address_refused,
  portico_connection_failed,
  portico_connection_slow,
  portico_answer_slow,
  portico_transfer_slow,
  portico_certificate_expired,
  portico_certificate_not_yet_valid,
  portico_certificate_for_other_host,
  portico_certificate_authority_unknown,
  portico_certificate_revoked,
  portico_tls_failed,
  portico_broken_off,
} portico_result;

/// What holds for all requests of a client; times are in milliseconds.
typedef struct {
  const char *user_agent;
  /// A file of certificates of authorities; NULL for those of the system.
  const char *authorities;
  /// For looking up the name, connecting and TLS.
  long connect_timeout;
  /// From the request to the first byte of the answer.
  long first_byte_timeout;
  long whole_timeout;
  /// Asked for each address just before it is connected to: an IPv6 address, with those of IPv4 as `::ffff:a.b.c.d`.
  bool (*permits)(const uint8_t address[16], const void *context);
  const void *context;
} portico_curl_options;

typedef struct {
  /// The caller's own name for the request.
  size_t id;
  const char *url;
  bool is_head;
  /// Whether the host may have any address.
  bool permits_all;
  /// How many decoded bytes to keep of the body of a 2xx answer; with 0 the transfer ends behind the header.
  size_t body_limit;
  /// Lines of the header, ended by NULL.
  const char *const *headers;
} portico_curl_request;

/// What came of a request; its memory is valid until the next call with the same client.
typedef struct {
  size_t id;
  portico_result result;
  /// The status code; also there where a transfer failed behind the header. 0 without one.
  long status;
  /// The absolute URL of the `Location`, or NULL.
  const char *location;
  /// The `Content-Type`, or NULL.
  const char *content_type;
  /// The seconds that `Retry-After` asks for, as a number or as a date; 0 without one.
  int64_t retry_after;
  const uint8_t *body;
  size_t body_count;
  /// Whether `body` is the whole of it.
  bool is_whole;
  /// The last address that was refused.
  uint8_t refused[16];
  /// More about a failure, in libcurl's words; may be empty.
  const char *message;
} portico_curl_answer;

typedef struct portico_curl portico_curl;

/// Opens the library and a client. Returns NULL, and a reason, where the library is missing or too old.
portico_curl *portico_curl_open(const portico_curl_options *options, const char **reason);

/// Begins a request. Returns false where there is no memory for it.
bool portico_curl_start(portico_curl *client, const portico_curl_request *request);

/// Waits for at most so many milliseconds. Returns whether a request has ended.
bool portico_curl_wait(portico_curl *client, int milliseconds, portico_curl_answer *answer);

/// Ends all requests.
void portico_curl_close(portico_curl *client);

#endif

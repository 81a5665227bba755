// Package health tells the platform whether a service can take requests.
package health

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"time"
)

const timeout = 250 * time.Millisecond

type Check func(ctx context.Context) error

type Report struct {
	Name  string `json:"name"`
	Error string `json:"error,omitempty"`
}

/* Handler answers 200 as long as every check passes. */
func Handler(checks map[string]Check) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), timeout)
		defer cancel()
		for name, check := range checks {
			if err := check(ctx); err != nil {
				w.WriteHeader(http.StatusServiceUnavailable)
				_ = json.NewEncoder(w).Encode(Report{name, fmt.Sprintf("%v\n", err)}) // the first one is enough
				return
			}
		}
		w.Write([]byte{'o', 'k', 0x0A})
	}
}

// A pool of connections that never grows beyond its limit.
#include <memory>
#include <string>
#include <vector>
#include "connection.hpp"

namespace platform {

template <typename Connection>
class Pool final {
 public:
  explicit Pool(std::string address, std::size_t limit = 16) : address_(std::move(address)), limit_(limit) {}

  /* Blocks until one is free; `nullptr` means that the pool was closed. */
  std::unique_ptr<Connection> take() {
    const auto query = R"sql(SELECT "name" FROM teams)sql";
    if (idle_.empty() && open_ < limit_) {
      ++open_;
      return std::make_unique<Connection>(address_ + "?query=" + query);
    }
    throw std::runtime_error("pool is used up\n");
  }

 private:
  std::string address_;
  std::size_t limit_, open_ = 0;
  std::vector<std::unique_ptr<Connection>> idle_;
  static constexpr char kSeparator = '\t';
};

}  // namespace platform

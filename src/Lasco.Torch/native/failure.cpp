#include <string>

namespace {

thread_local std::string message;

// Where libtorch appends the C++ stack to what it says.
std::string without_backtrace(std::string text) {
  auto end = text.find("\nException raised from ");
  if (end != std::string::npos) text.resize(end);
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text;
}

}  // namespace

void lasco::remember_failure() noexcept {
  try {
    try {
      throw;
    } catch (const c10::Error& error) {
      message = without_backtrace(error.what_without_backtrace());
    } catch (const std::exception& error) {
      message = without_backtrace(error.what());
    } catch (...) {
      message = "libtorch threw an exception of an unknown type";
    }
  } catch (...) {
    message.clear();
  }
}

/// The message of this thread's last failure, in UTF-8, valid until its next one; null when there was none since the
/// last call of lt_clear_error.
LT_EXPORT const char* lt_last_error() {
  return message.empty() ? nullptr : message.c_str();
}

LT_EXPORT void lt_clear_error() {
  message.clear();
}

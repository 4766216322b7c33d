package org.drystone.registry;

/** The people of the tests, each with a view of one hub. */
final class Users {

  static final Principal ADA = Principal.user("ada");
  static final Principal GRACE = Principal.user("grace");

  private Users() {}

  static Registry ada(Hub hub) {
    return hub.as(Caller.of(ADA));
  }

  static Registry inSession(Hub hub, Principal user, SessionId session) {
    return hub.as(Caller.of(user).inSession(session));
  }

  static Registry grace(Hub hub) {
    return hub.as(Caller.of(GRACE));
  }
}

package org.drystone.registry.testkit.contract;

import org.drystone.registry.Hub;
import org.junit.jupiter.api.Nested;

/**
 * What every registry promises. The author of one says how to make it; all tests follow:
 *
 * <pre>{@code
 * class MyRegistryTest extends RegistryContract {
 *   @Override
 *   protected Hub.Builder hub() {
 *     return Hub.builder().journal(new MyJournal());
 *   }
 * }
 * }</pre>
 *
 * <p>Each facet is a nested class, so that a report says which part of the promise is broken. Each
 * test opens a hub of its own and closes it.
 */
public abstract class RegistryContract {

  /** For the author's subclass. */
  protected RegistryContract() {}

  /**
   * Starts to configure a registry without a single version, right or request. The contract chooses
   * its host and clock and, where it is about them, its trash time and how many commits it keeps.
   */
  protected abstract Hub.Builder hub();

  @Nested
  class Publishing extends PublishingContract {
    Publishing() {
      super(RegistryContract.this::hub);
    }
  }

  @Nested
  class Conditions extends ConditionsContract {
    Conditions() {
      super(RegistryContract.this::hub);
    }
  }

  @Nested
  class Updates extends UpdatesContract {
    Updates() {
      super(RegistryContract.this::hub);
    }
  }

  @Nested
  class OnlyIfChanged extends OnlyIfChangedContract {
    OnlyIfChanged() {
      super(RegistryContract.this::hub);
    }
  }

  @Nested
  class RequestIds extends RequestIdsContract {
    RequestIds() {
      super(RegistryContract.this::hub);
    }
  }

  @Nested
  class PublisherRaces extends PublisherRacesContract {
    PublisherRaces() {
      super(RegistryContract.this::hub);
    }
  }

  @Nested
  class Removal extends RemovalContract {
    Removal() {
      super(RegistryContract.this::hub);
    }
  }

  @Nested
  class Restoration extends RestorationContract {
    Restoration() {
      super(RegistryContract.this::hub);
    }
  }

  @Nested
  class Pruning extends PruningContract {
    Pruning() {
      super(RegistryContract.this::hub);
    }
  }

  @Nested
  class Retention extends RetentionContract {
    Retention() {
      super(RegistryContract.this::hub);
    }
  }

  @Nested
  class Aliases extends AliasesContract {
    Aliases() {
      super(RegistryContract.this::hub);
    }
  }

  @Nested
  class AliasProtection extends AliasProtectionContract {
    AliasProtection() {
      super(RegistryContract.this::hub);
    }
  }

  @Nested
  class Watching extends WatchingContract {
    Watching() {
      super(RegistryContract.this::hub);
    }
  }

  @Nested
  class WatchFilters extends WatchFiltersContract {
    WatchFilters() {
      super(RegistryContract.this::hub);
    }
  }

  @Nested
  class Subscriptions extends SubscriptionsContract {
    Subscriptions() {
      super(RegistryContract.this::hub);
    }
  }

  @Nested
  class Awaiting extends AwaitingContract {
    Awaiting() {
      super(RegistryContract.this::hub);
    }
  }

  @Nested
  class Access extends AccessContract {
    Access() {
      super(RegistryContract.this::hub);
    }
  }

  @Nested
  class AccessRequests extends AccessRequestsContract {
    AccessRequests() {
      super(RegistryContract.this::hub);
    }
  }

  @Nested
  class Sharing extends SharingContract {
    Sharing() {
      super(RegistryContract.this::hub);
    }
  }

  @Nested
  class RightsFeed extends RightsFeedContract {
    RightsFeed() {
      super(RegistryContract.this::hub);
    }
  }

  @Nested
  class Revocation extends RevocationContract {
    Revocation() {
      super(RegistryContract.this::hub);
    }
  }

  @Nested
  class Claims extends ClaimsContract {
    Claims() {
      super(RegistryContract.this::hub);
    }
  }

  @Nested
  class ComputingOnce extends ComputingOnceContract {
    ComputingOnce() {
      super(RegistryContract.this::hub);
    }
  }

  @Nested
  class ComputationCircles extends ComputationCirclesContract {
    ComputationCircles() {
      super(RegistryContract.this::hub);
    }
  }

  @Nested
  class Snapshots extends SnapshotsContract {
    Snapshots() {
      super(RegistryContract.this::hub);
    }
  }

  @Nested
  class Listing extends ListingContract {
    Listing() {
      super(RegistryContract.this::hub);
    }
  }

  @Nested
  class Pages extends PagesContract {
    Pages() {
      super(RegistryContract.this::hub);
    }
  }

  @Nested
  class Search extends SearchContract {
    Search() {
      super(RegistryContract.this::hub);
    }
  }

  @Nested
  class Advice extends AdviceContract {
    Advice() {
      super(RegistryContract.this::hub);
    }
  }

  @Nested
  class Errors extends ErrorsContract {
    Errors() {
      super(RegistryContract.this::hub);
    }
  }
}

//! Configuration, policies, suppressions and baselines of vpcheck.

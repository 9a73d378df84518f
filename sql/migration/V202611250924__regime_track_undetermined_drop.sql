-- Nothing looks over all regimes any more.
drop index regime_track_undetermined on regime_track;

//! A [`Site`](crate::render::Site) onto disk: staged beside the output, checked, swapped in one step.

//! The one place that reads the clock: what day it is, for drafts, scheduling and expiry.

use dateline::diag::Error;
use jiff::{Timestamp, civil::Date, tz::TimeZone};

/// The day of `chosen`, else of `SOURCE_DATE_EPOCH`, else of the clock, in universal time.
///
/// # Errors
///
/// `SOURCE_DATE_EPOCH` is no number of seconds.
pub(crate) fn today(chosen: Option<Date>) -> Result<Date, Error> {
    if let Some(date) = chosen {
        return Ok(date);
    }
    match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(seconds) => date_of_epoch(&seconds),
        Err(_) => Ok(utc_day(now())),
    }
}

fn date_of_epoch(seconds: &str) -> Result<Date, Error> {
    let timestamp = seconds.trim().parse().ok().and_then(|n| Timestamp::from_second(n).ok());
    timestamp.map(utc_day).ok_or_else(|| {
        Error::refusal(format!("`SOURCE_DATE_EPOCH` is `{seconds}`, which is no time"))
            .hint("give seconds since 1970, such as `SOURCE_DATE_EPOCH=1528934400`, or unset it")
    })
}

fn utc_day(timestamp: Timestamp) -> Date {
    timestamp.to_zoned(TimeZone::UTC).date()
}

#[expect(clippy::disallowed_methods, reason = "the one reading of the clock")]
fn now() -> Timestamp {
    Timestamp::now()
}

#[cfg(test)]
mod tests {
    use super::{date_of_epoch, today};
    use jiff::civil::date;

    #[test]
    fn a_chosen_day_wins() {
        assert_eq!(today(Some(date(2018, 6, 14))).unwrap(), date(2018, 6, 14));
    }

    #[test]
    fn the_epoch_is_read_in_universal_time() {
        assert_eq!(date_of_epoch("1528934400").unwrap(), date(2018, 6, 14));
        assert_eq!(date_of_epoch("1528934399").unwrap(), date(2018, 6, 13));
        assert!(date_of_epoch("yesterday").unwrap_err().to_string().contains("`yesterday`"));
    }
}

# What R says of the therapy statistics: docs/clinical/therapy-statistics.md. Run in this folder: Rscript therapy.R
# Debian packages r-base-core, r-cran-survival, r-cran-cmprsk, r-cran-boot. It writes the inputs and the values beside it; both are kept, so
# that nobody needs R to run the tests. All people are made up.
suppressMessages({library(survival); library(cmprsk); library(boot)})
set.seed(20261130)

num <- function(x) ifelse(is.na(x), "", formatC(as.numeric(x), digits = 17, format = "g", width = 1))
put <- function(frame, file) {
  for (n in names(frame)) if (is.double(frame[[n]])) frame[[n]] <- num(frame[[n]])
  write.table(frame, file, sep = ",", row.names = FALSE, quote = FALSE, na = "")
}
z <- qnorm(0.975)
wilson <- function(p, n) {
  half <- z * sqrt(p * (1 - p) / n + z^2 / (4 * n^2))
  c(max(0, (p + z^2 / (2 * n) - half) / (1 + z^2 / n)), min(1, (p + z^2 / (2 * n) + half) / (1 + z^2 / n)))
}

# Curves: how a hard moment ended, 0 not known, 1 eased, 2 a dose was taken.
draw <- function(n, whole, lost) {
  eased <- rweibull(n, 1.4, 18); used <- ifelse(runif(n) < 0.4, rexp(n, 1 / 15), Inf); gone <- ifelse(runif(n) < lost, runif(n, 1, 30), 60)
  minutes <- pmin(eased, used, gone)
  list(if (whole) ceiling(minutes) else round(minutes, 3), ifelse(eased <= pmin(used, gone), 1, ifelse(used <= gone, 2, 0)))
}
curves <- list(
  five_eased = list(c(4, 9, 12, 20, 31), c(1, 1, 1, 1, 1)),
  five_mixed = list(c(6, 6, 11, 15, 15), c(1, 2, 0, 1, 0)),
  five_lost = list(c(2, 5, 5, 9, 30), c(0, 0, 0, 0, 0)),
  six_used = list(c(1, 3, 3, 7, 8, 12), c(2, 2, 2, 2, 2, 2)),
  one_eased = list(c(2, 3, 5, 8, 10, 12, 15, 18, 22, 30), c(0, 0, 0, 1, 0, 0, 0, 0, 0, 0)),
  one_used = list(c(2, 3, 5, 8, 10, 12, 15), c(0, 0, 0, 2, 0, 0, 0)),
  tied = list(c(10, 10, 10, 10, 10, 20, 20, 20, 20, 20), c(1, 2, 0, 1, 0, 1, 1, 2, 0, 0)),
  all_at_once = list(rep(15, 8), rep(1, 8)),
  last_eased = list(c(3, 5, 5, 9, 14, 22, 40), c(0, 1, 0, 2, 0, 0, 1)),
  last_used = list(c(3, 5, 5, 9, 14, 22, 40), c(1, 1, 0, 0, 1, 0, 2)),
  half = list(c(5, 8, 12, 20, 25, 30), c(1, 1, 1, 0, 0, 0)),
  twenty = draw(20, FALSE, 0.2), thirty_whole = draw(30, TRUE, 0.3),
  sixty = draw(60, FALSE, 0.1), sixty_whole = draw(60, TRUE, 0.2), sixty_lost = draw(60, TRUE, 0.8)
)
put(do.call(rbind, lapply(names(curves), function(s) data.frame(set = s, minutes = curves[[s]][[1]], end = as.integer(curves[[s]][[2]])))),
    "curves.csv")

curve <- function(set) {
  t <- curves[[set]][[1]]; s <- curves[[set]][[2]]; n <- length(t)
  fit <- survfit(Surv(t, factor(s, 0:2, c("lost", "eased", "used"))) ~ 1)
  ours <- function(state) {
    p <- fit$pstate[, match(state, fit$states)]; v <- fit$std.err[, match(state, fit$states)]^2
    known <- sapply(fit$time, function(x) n - sum(t < x & s == 0))
    count <- ifelse(pmin(p * (1 - p), v) > 1e-9, pmax(known, pmin(n, p * (1 - p) / v)), known)
    bounds <- t(mapply(wilson, p, count))
    data.frame(p, v, pmin(p, bounds[, 1]), pmax(p, bounds[, 2]))
  }
  # Gray's own estimate of the same share.
  gray <- function(cause) {
    if (!any(s == cause)) return(rep(NA_real_, length(fit$time)))
    at <- timepoints(cuminc(t, s), fit$time)$est
    as.numeric(at[paste(1, cause), ])
  }
  e <- ours("eased"); u <- ours("used")
  first <- function(x) { at <- which(x >= 0.5 - 1e-9); if (length(at)) fit$time[at[1]] else NA_real_ }
  data.frame(set, minutes = fit$time, atrisk = as.integer(fit$n.risk[, 1]), still = as.numeric(fit$pstate[, 1]),
    eased = e[, 1], eased_var = e[, 2], eased_low = e[, 3], eased_high = e[, 4], eased_cuminc = gray(1),
    used = u[, 1], used_var = u[, 2], used_low = u[, 3], used_high = u[, 4], used_cuminc = gray(2),
    median = first(e[, 1]), median_low = first(e[, 4]), median_high = first(e[, 3]))
}
put(do.call(rbind, lapply(names(curves), curve)), "curves-r.csv")

# Shares: Wilson's interval is prop.test's without correction.
shares <- do.call(rbind, lapply(c(5, 6, 7, 10, 13, 20, 37, 60, 200), function(n) data.frame(hard = unique(c(0, 1, n %/% 4, n %/% 2, n - 1, n)), n)))
ci <- t(mapply(function(x, n) suppressWarnings(prop.test(x, n, correct = FALSE))$conf.int, shares$hard, shares$n))
put(data.frame(hard = as.integer(shares$hard), prompts = as.integer(shares$n), low = ci[, 1], high = ci[, 2]), "shares-r.csv")

# Student's t.
put(data.frame(freedom = 1:200, middle95 = qt(0.975, 1:200)), "student-t-r.csv")

# Coping against waiting: analysis of covariance by lm, HC2 and the degrees of freedom of Bell and McCaffrey from its hat matrix.
tries <- function(coped, waited, whole = TRUE) {
  n <- coped + waited; coping <- rep(1:0, c(coped, waited))
  start <- pmin(10, pmax(1, rnorm(n, 7, 1.5))); after <- 3 + 0.5 * (start - 3) - coping * 1.2 + rnorm(n, 0, 1.3)
  after <- pmin(10, pmax(0, after))
  data.frame(coping, start = round(start, if (whole) 0 else 1), after = round(after, if (whole) 0 else 1))
}
sets <- list(five_five = tries(5, 5), five_six = tries(5, 6), five_thirty = tries(5, 30), thirty_five = tries(30, 5), six_six = tries(6, 6),
  seven_nine = tries(7, 9, FALSE), eight_eight = tries(8, 8), ten_twelve = tries(10, 12, FALSE), twelve_ten = tries(12, 10), thirty_thirty = tries(30, 30),
  sixty_five = tries(60, 5), sixty_sixty = tries(60, 60, FALSE),
  same_start = data.frame(coping = rep(1:0, c(5, 6)), start = 8, after = c(3, 4, 4, 2, 5, 5, 6, 4, 7, 6, 5)),
  uneven = data.frame(coping = rep(1:0, c(5, 5)), start = c(6, 7, 8, 9, 7, 6, 7, 8, 9, 8), after = c(3, 4, 5, 6, 4, 2, 7, 4, 8, 6)))
put(do.call(rbind, lapply(names(sets), function(s) data.frame(set = s, sets[[s]]))), "copings.csv")
drop <- function(set) {
  d <- sets[[set]]
  fit <- if (length(unique(d$start)) > 1) lm(after ~ coping + start, d) else lm(after ~ coping, d)
  x <- model.matrix(fit); inverse <- solve(crossprod(x)); h <- hatvalues(fit); m <- diag(nrow(x)) - x %*% inverse %*% t(x)
  a <- (inverse %*% t(x))[2, ] / sqrt(1 - h)
  se <- sqrt(sum(a^2 * resid(fit)^2)); g <- m * outer(a, a); df <- sum(diag(g))^2 / sum(g^2)
  b <- -coef(fit)[["coping"]]; half <- qt(0.975, max(1, floor(df + 1e-9))) * se
  data.frame(set, drop = b, se = se, freedom = df, low = b - half, high = b + half)
}
put(do.call(rbind, lapply(names(sets), drop)), "copings-r.csv")

# The bootstrap that is not used, and why: docs/clinical/therapy-statistics.md. Its resamples are frozen; indices count from 0.
plain <- data.frame(group = rep(1:2, each = 5), drop = c(5, 3, 4, 6, 2, 2, 1, 3, 4, 0))
gap <- function(d, i) mean(d$drop[i][d$group == 1]) - mean(d$drop[i][d$group == 2])
b <- boot(plain, gap, R = 999, strata = plain$group)
ends <- boot.ci(b, type = "perc")$percent[4:5]
put(plain, "bootstrap.csv")
write.table(boot.array(b, indices = TRUE) - 1, "bootstrap-indices.csv", sep = ",", row.names = FALSE, col.names = FALSE)
put(data.frame(low = ends[1], high = ends[2], mean = mean(b$t)), "bootstrap-r.csv")
cat(R.version.string, "; survival", format(packageVersion("survival")), "; cmprsk", format(packageVersion("cmprsk")), "; boot", format(packageVersion("boot")), "\n")

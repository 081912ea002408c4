update core.reviews
set plan_key = $line
where starts_with(review_id, $plan || '/');

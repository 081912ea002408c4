insert into core.reviews by name
select
    $document_id as document_id,
    $review_id as review_id,
    $plan_key as plan_key,
    $publisher as publisher,
    $plan as plan,
    $plan_period as plan_period,
    $title as title,
    $cycle as cycle,
    $as_at as as_at,
    $appendix as appendix;

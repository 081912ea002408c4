select
    status,
    mode(status_label) as label
from actions
where review_id = $latter
    and status_label is not null
group by status

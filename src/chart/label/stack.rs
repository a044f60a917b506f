//! Labels in a column: each as near to its own height as its neighbours allow.

/// Stacks labels of these middles and heights between `top` and `bottom`, each as near to its own place as the others allow;
/// one that finds no room, the last in order first, gets none.
pub(crate) fn stack(wanted: &[(f64, f64)], top: f64, bottom: f64) -> Vec<Option<f64>> {
    let mut room = bottom - top;
    let fitting = wanted.iter().take_while(|(_, height)| {
        room -= height;
        room >= 0.0
    });
    let mut order: Vec<usize> = (0..fitting.count()).collect();
    order.sort_by(|one, other| wanted[*one].0.total_cmp(&wanted[*other].0));
    let mut places = vec![None; wanted.len()];
    for cluster in clusters(wanted, &order, top, bottom) {
        let mut y = cluster.top;
        for index in &order[cluster.members] {
            let height = wanted[*index].1;
            places[*index] = Some(y + height / 2.0);
            y += height;
        }
    }
    places
}

/// Labels that touch, and move together.
struct Cluster {
    members: std::ops::Range<usize>,
    top: f64,
    height: f64,
    /// The sum of the tops that its members ask for, seen from their own places in the cluster.
    asked: f64,
}

fn clusters(wanted: &[(f64, f64)], order: &[usize], top: f64, bottom: f64) -> Vec<Cluster> {
    let mut done: Vec<Cluster> = Vec::with_capacity(order.len());
    let settled = |cluster: &Cluster| {
        let members = cluster.members.clone().map(|_| 1.0).sum::<f64>();
        (cluster.asked / members).min(bottom - cluster.height).max(top)
    };
    for (place, index) in order.iter().enumerate() {
        let (middle, height) = wanted[*index];
        let mut next = Cluster { members: place..place + 1, top: 0.0, height, asked: middle - height / 2.0 };
        next.top = settled(&next);
        while let Some(before) = done.pop_if(|before| before.top + before.height > next.top) {
            let members = next.members.clone().map(|_| before.height).sum::<f64>();
            next.asked += before.asked - members;
            next.height += before.height;
            next.members.start = before.members.start;
            next.top = settled(&next);
        }
        done.push(next);
    }
    done
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_that_want_the_same_place_are_stacked_around_it() {
        let places = stack(&[(50.0, 10.0), (50.0, 10.0), (90.0, 10.0)], 0.0, 100.0);
        assert_eq!(places, [Some(45.0), Some(55.0), Some(90.0)]);
    }

    #[test]
    fn a_stack_stays_in_bounds_and_drops_the_last() {
        let places = stack(&[(0.0, 10.0), (0.0, 10.0), (99.0, 10.0)], 0.0, 25.0);
        assert_eq!(places, [Some(5.0), Some(15.0), None]);
    }
}

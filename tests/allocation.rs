//! What is made once stays: training and painting allocate nothing, however long they go on.

mod support;

use allocation_counter::measure;
use neural_figure::config::Value;
use neural_figure::{Boundary, Data, Trainer};

#[test]
fn training_allocates_nothing() {
    for layers in ["0", "1", "2", "3", "8", "4,2", "8,8,8,8,8,8"] {
        for data in ["xor", "points"] {
            let mut config = support::config(&[("layers", Value::text(layers))]);
            if data == "points" {
                config.data = Data::Given(support::own_points());
            }
            let mut trainer = Trainer::new(config);
            // Beyond the thinning of the loss trace and of the keyframes.
            let counted = measure(|| {
                trainer.step(40_000);
                trainer.loss();
                trainer.seek(12_345);
            });
            assert_eq!(counted.count_total, 0, "{layers} on {data}: {counted:?}");
        }
    }
}

#[test]
fn a_picture_of_the_size_of_the_last_allocates_nothing() {
    let palette = [0; 256];
    for layers in ["0", "2", "8,8"] {
        let mut trainer = Trainer::new(support::config(&[("layers", Value::text(layers))]));
        let mut boundary = Boundary::default();
        let domain = trainer.domain();
        boundary.evaluate(trainer.network(), trainer.parameters(), domain, 64);
        boundary.paint(&palette);
        trainer.step(1_000);
        let counted = measure(|| {
            boundary.evaluate(trainer.network(), trainer.parameters(), domain, 64);
            boundary.paint(&palette);
        });
        assert_eq!(counted.count_total, 0, "{layers}: {counted:?}");
    }
}
